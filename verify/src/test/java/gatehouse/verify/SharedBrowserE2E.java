package gatehouse.verify;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three people in three browsers: one works and reloads, one is invited, one looks at it all in the console. */
class SharedBrowserE2E {
    private static TestingSshServer target;
    private static RunningGatehouse gatehouse;

    @BeforeAll
    static void estate() {
        target = TestingSshServer.start();
        gatehouse = RunningGatehouse.shared();
        Estate estate = new Estate(gatehouse);
        String asset = estate.sshAsset("browser-target", target.port());
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        estate.permit(estate.user("browser-alice"), asset, TestingSshServer.USER, "CONNECT", "SHARE", "COPY", "PASTE");
        estate.user("browser-bob");
        new SshClient(gatehouse.sshPort(), Estate.PASSWORD)
                .ssh("browser-alice@" + TestingSshServer.USER + "@browser-target", "true")
                .run();
        estate.acceptHostKeys();
    }

    @AfterAll
    static void stop() {
        target.close();
    }

    @Test
    void aShellIsFoundAgainSharedAndLookedAt() throws IOException {
        BrowserSteps.take(
                gatehouse,
                "share",
                Map.of("PERSON_PASSWORD", Estate.PASSWORD, "ADMIN_PASSWORD", RunningGatehouse.ADMIN_PASSWORD));
    }
}
