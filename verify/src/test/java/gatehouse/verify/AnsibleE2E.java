package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Debian's Ansible through Gatehouse, with a connection for each step and with one that is shared (ControlMaster). */
class AnsibleE2E {
    /** Before Ansible's own options, which forbid it where the inventory has no password. */
    private static final String PASSWORD_ALLOWED =
            "-o PasswordAuthentication=yes -o PreferredAuthentications=password ";

    private static FilesEstate estate;
    private static Path tree;

    @BeforeAll
    static void begin() {
        tree = Peers.tree("ansible-core");
        estate = new FilesEstate("ansible-target");
    }

    @AfterAll
    static void end() {
        estate.close();
    }

    private static String python() {
        Path own = tree.resolve("usr/bin/python3");
        return Files.exists(own) ? own.toString() : "/usr/bin/python3";
    }

    private static Program.Result ansible(boolean shared, String... arguments) {
        Path inventory = Content.write(
                estate.here().resolve("inventory"),
                ("target ansible_host=127.0.0.1 ansible_python_interpreter=" + python() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        String master = shared
                ? " -o ControlMaster=auto -o ControlPersist=30 -o ControlPath=" + estate.here() + "/%C"
                : " -o ControlMaster=no -o ControlPath=none";
        List<String> command = new ArrayList<>(
                List.of(python(), tree.resolve("usr/bin/ansible").toString(), "-i", inventory.toString(), "target"));
        command.addAll(List.of(arguments));
        String options = estate.remoteShell(estate.carrierLogin()).substring("ssh ".length());
        return Peers.withLibraries(estate.local(command))
                .with(
                        "PYTHONPATH",
                        tree.resolve("usr/lib/python3/dist-packages").toString())
                .with("HOME", estate.here().toString())
                .with("LC_ALL", "C.UTF-8")
                .with("ANSIBLE_SSH_ARGS", PASSWORD_ALLOWED + options + master)
                .with("ANSIBLE_HOST_KEY_CHECKING", "False")
                .with("ANSIBLE_SSH_RETRIES", "0")
                .with("ANSIBLE_TIMEOUT", "180")
                .run();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHostIsPingedCommandedAndGivenFiles(boolean shared) {
        byte[] content = Content.random(51, 300_000);
        Path file = Content.write(estate.here().resolve("deployed"), content);
        Path there = estate.there().resolve("deployed-" + shared);

        Program.Result ping = ansible(shared, "-m", "ping");
        Program.Result command = ansible(shared, "-m", "command", "-a", "printf %s the-answer");
        Program.Result copy = ansible(shared, "-m", "copy", "-a", "src=" + file + " dest=" + there + " mode=0640");

        assertThat(ping.out()).as(ping.toString()).contains("\"ping\": \"pong\"");
        assertThat(command.out()).as(command.toString()).contains("the-answer");
        assertThat(copy.code()).as(copy.toString()).isZero();
        assertThat(Content.read(there)).isEqualTo(content);
        estate.log().requireContent("write", content);
    }
}
