package gatehouse.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The {@code ssh}, {@code sftp} and {@code scp} of OpenSSH, signing in with a password that they ask a small program for. */
final class SshClient {
    private static final List<String> OPTIONS = List.of(
            "-F",
            "none",
            "-o",
            "StrictHostKeyChecking=no",
            "-o",
            "UserKnownHostsFile=/dev/null",
            "-o",
            "GlobalKnownHostsFile=/dev/null",
            "-o",
            "LogLevel=ERROR",
            "-o",
            "NumberOfPasswordPrompts=1",
            "-o",
            "PubkeyAuthentication=no");

    private final int port;
    private final Path askpass;
    private final List<String> own = new ArrayList<>();

    SshClient(int port, String password) {
        this(port, "printf '%s\\n' '" + password + "'", List.of());
    }

    private SshClient(int port, String answer, List<String> options) {
        this.port = port;
        this.own.addAll(options);
        try {
            askpass = Files.createTempFile(
                    "askpass",
                    ".sh",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(askpass, "#!/bin/sh\n" + answer + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that is asked for a second factor, too: the question with "code" in it. */
    static SshClient withCode(int port, String password, String code) {
        return new SshClient(
                port,
                "case \"$1\" in *code*) echo '" + code + "';; *) printf '%s\\n' '" + password + "';; esac",
                List.of());
    }

    /** These, too; ssh takes the first value that it meets, so they win. */
    SshClient options(String... more) {
        own.addAll(List.of(more));
        return this;
    }

    /** {@code ssh LOGIN@gatehouse COMMAND…} */
    Program ssh(String login, String... command) {
        return client("ssh", List.of("-p", Integer.toString(port), "-l", login, "127.0.0.1"), command);
    }

    /** {@code ssh -N}: a connection with nothing on it. */
    Program forwardingOnly(String login) {
        return client("ssh", List.of("-N", "-p", Integer.toString(port), "-l", login, "127.0.0.1"));
    }

    /** {@code ssh -tt}: with a terminal. */
    Program terminal(String login, String... command) {
        return client("ssh", List.of("-tt", "-p", Integer.toString(port), "-l", login, "127.0.0.1"), command);
    }

    Program sftp(String login, String... options) {
        List<String> place = new ArrayList<>(List.of(options));
        place.addAll(List.of("-b", "-", "-P", Integer.toString(port), "-o", "User=" + login, "127.0.0.1"));
        return client("sftp", place);
    }

    /** {@code scp}; a path at the target begins with {@code 127.0.0.1:}. */
    Program scp(String login, String... arguments) {
        return client("scp", List.of("-P", Integer.toString(port), "-o", "User=" + login), arguments);
    }

    /**
     * {@code ssh} with its options and the login, as programs that start it themselves take it (and {@code sftp} and
     * {@code scp}, too: no short options); the host is still to come.
     */
    String commandLine(String login) {
        return "ssh " + String.join(" ", OPTIONS) + " -o Port=" + port + " -o User=" + login;
    }

    /** Lets an {@code ssh} that {@code program} starts find the password. */
    Program withPassword(Program program) {
        return program.with("SSH_ASKPASS", askpass.toString())
                .with("SSH_ASKPASS_REQUIRE", "force")
                .with("DISPLAY", "none");
    }

    private Program client(String name, List<String> place, String... more) {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(own);
        command.addAll(OPTIONS);
        // sftp's batch mode alone would refuse to ask for the password
        if (name.equals("sftp")) {
            command.addAll(List.of("-o", "BatchMode=no"));
        }
        command.addAll(place);
        command.addAll(List.of(more));
        return withPassword(Program.of(command));
    }
}
