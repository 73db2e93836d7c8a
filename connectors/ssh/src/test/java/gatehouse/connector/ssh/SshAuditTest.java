package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server in the eyes of ssh-audit, which knows what has been found wrong with each algorithm. */
class SshAuditTest {
    /** Newer than some versions of ssh-audit: they warn of what they do not know, or call it an experiment. */
    private static final List<String> NEWER_THAN_THE_AUDIT =
            List.of("mlkem768x25519-sha256", "sntrup761x25519-sha512", "kex-strict-s-v00@openssh.com");

    private static TestingPeers audit;
    private static TestingBastion bastion;

    @BeforeAll
    static void start() throws Exception {
        audit = TestingPeers.unpack("ssh-audit");
        bastion = new TestingBastion(TestingBastion.anyPort());
    }

    @AfterAll
    static void stop() throws Exception {
        bastion.close();
    }

    private static String report(int port) throws Exception {
        Path own = audit.tree().resolve("usr/bin/python3");
        TestingPeers.Result result = audit.run(
                Files.exists(own) ? own.toString() : "python3",
                audit.tree().resolve("usr/bin/ssh-audit").toString(),
                "--no-colors",
                "127.0.0.1:" + port);
        assertThat(result.output())
                .as(result.toString())
                .contains("(gen) banner: SSH-2.0-Gatehouse")
                .contains("(key) ssh-ed25519");
        return result.output();
    }

    @Test
    void nothingIsFoundWrong() throws Exception {
        List<String> findings = report(bastion.port)
                .lines()
                .filter(line -> line.contains("[fail]") || line.contains("[warn]"))
                .toList();
        assertThat(findings)
                .filteredOn(line -> NEWER_THAN_THE_AUDIT.stream()
                        .noneMatch(name -> line.contains(name)
                                && (line.contains("unknown algorithm") || line.contains("experimental"))))
                .isEmpty();
    }

    @Test
    void chacha20IsOfferedOnlyWhenItIsSwitchedOn() throws Exception {
        SshActivationSpec spec = TestingBastion.anyPort();
        spec.setOfferChacha20(true);
        try (TestingBastion open = new TestingBastion(spec)) {
            assertThat(report(open.port)).contains("chacha20-poly1305@openssh.com");
            assertThat(report(bastion.port)).doesNotContain("chacha20");
        }
    }
}
