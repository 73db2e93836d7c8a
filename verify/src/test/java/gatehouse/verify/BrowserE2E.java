package gatehouse.verify;

import java.io.IOException;
import java.nio.file.Files;
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
        String link = Files.readString(gatehouse.home().resolve("setup-link")).strip();
        BrowserSteps.take(
                gatehouse,
                "journey",
                Map.of(
                        "GATEHOUSE_SSH_PORT",
                        Integer.toString(gatehouse.sshPort()),
                        "SETUP_LINK",
                        link,
                        "TARGET_PORT",
                        Integer.toString(target.port()),
                        "TARGET_USER",
                        TestingSshServer.USER,
                        "TARGET_PASSWORD",
                        TestingSshServer.PASSWORD));
    }
}
