package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Debian's Chromium goes from the set-up link to the replay; its steps are in {@code web-war/src/main/ui/e2e}. It has a Gatehouse of
 * its own, because the set-up link works once.
 */
class BrowserE2E {
    private static TestingSshServer target;
    private static RunningGatehouse gatehouse;

    @BeforeAll
    static void start() {
        target = TestingSshServer.start();
        gatehouse = RunningGatehouse.start(Map.of());
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
        target.close();
    }

    @Test
    void aPersonGoesFromTheSetUpLinkToTheReplay() throws IOException {
        Program.Result result = Program.of("npm", "run", "--silent", "e2e", "--", "journey")
                .in(RunningGatehouse.ROOT.resolve("web-war/src/main/ui"))
                .with("GATEHOUSE_URL", "https://localhost:" + gatehouse.httpsPort())
                .with("GATEHOUSE_SSH_PORT", Integer.toString(gatehouse.sshPort()))
                .with("GATEHOUSE_CA", gatehouse.home().resolve("tls/ca.pem").toString())
                .with(
                        "SETUP_LINK",
                        Files.readString(gatehouse.home().resolve("setup-link")).strip())
                .with("TARGET_PORT", Integer.toString(target.port()))
                .with("TARGET_USER", TestingSshServer.USER)
                .with("TARGET_PASSWORD", TestingSshServer.PASSWORD)
                .with("PICTURES", pictures().toString())
                .atMost(Duration.ofMinutes(15))
                .run();

        assertThat(result.code()).as(result.toString()).isZero();
    }

    private static Path pictures() throws IOException {
        return Files.createDirectories(RunningGatehouse.ROOT.resolve("verify/target/pictures"));
    }
}
