package gatehouse.connector.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The machine's own ssh client, without its user's configuration. */
final class OpenSsh {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Result(int exit, byte[] output, String error) {
        String text() {
            return new String(output, StandardCharsets.UTF_8);
        }
    }

    private static final int PATIENCE_SECONDS = 180;

    private final String login;
    private final String host;
    private final int port;
    private final List<String> options = new ArrayList<>();
    private String password = "";

    OpenSsh(String login, int port) {
        this(login, "127.0.0.1", port);
    }

    OpenSsh(String login, String host, int port) {
        this.login = login;
        this.host = host;
        this.port = port;
    }

    /** Answers every question with this, by SSH_ASKPASS. */
    OpenSsh password(String answer) {
        this.password = answer;
        return this;
    }

    OpenSsh option(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    Result run(byte[] input, String... command) throws Exception {
        Process process = start(command);
        CompletableFuture<byte[]> output =
                CompletableFuture.supplyAsync(() -> drain(process.getInputStream()), Thread::startVirtualThread);
        CompletableFuture<byte[]> error =
                CompletableFuture.supplyAsync(() -> drain(process.getErrorStream()), Thread::startVirtualThread);
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input);
        } catch (IOException closedEarly) {
            // the command did not read it all
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("ssh did not end: " + new String(error.get(), StandardCharsets.UTF_8));
        }
        return new Result(process.exitValue(), output.get(), new String(error.get(), StandardCharsets.UTF_8));
    }

    Process start(String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of("ssh", "-F", "/dev/null", "-p", String.valueOf(port)));
        line.addAll(options); // ssh takes the first value of an option
        for (String option : List.of(
                "UserKnownHostsFile=/dev/null",
                "StrictHostKeyChecking=no",
                "LogLevel=ERROR",
                "NumberOfPasswordPrompts=1",
                "IdentityAgent=none")) {
            line.addAll(List.of("-o", option));
        }
        line.add(login + "@" + host);
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line);
        Path helper = askpass();
        builder.environment().put("SSH_ASKPASS", helper.toString());
        builder.environment().put("SSH_ASKPASS_REQUIRE", "force");
        builder.environment().put("DISPLAY", ":none");
        builder.environment().put("GATEHOUSE_TEST_ANSWER", password);
        return builder.start();
    }

    private static synchronized Path askpass() throws IOException {
        Path helper = Path.of(
                System.getProperty("java.io.tmpdir"),
                "gatehouse-askpass-" + ProcessHandle.current().pid());
        if (!Files.exists(helper)) {
            Files.writeString(helper, """
                    #!/bin/sh
                    case "$1" in *Code*) echo 123456;; *) echo "$GATEHOUSE_TEST_ANSWER";; esac
                    """);
            Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwx------"));
            helper.toFile().deleteOnExit();
        }
        return helper;
    }

    private static byte[] drain(java.io.InputStream stream) {
        try {
            return stream.readAllBytes();
        } catch (IOException gone) {
            return new byte[0];
        }
    }
}
