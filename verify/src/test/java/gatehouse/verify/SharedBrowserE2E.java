package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        Path pictures = Files.createDirectories(RunningGatehouse.ROOT.resolve("verify/target/pictures"));
        Program.Result result = Program.of("npm", "run", "--silent", "e2e", "--", "share")
                .in(RunningGatehouse.ROOT.resolve("web-war/src/main/ui"))
                .with("GATEHOUSE_URL", "https://localhost:" + gatehouse.httpsPort())
                .with("GATEHOUSE_CA", gatehouse.home().resolve("tls/ca.pem").toString())
                .with("PERSON_PASSWORD", Estate.PASSWORD)
                .with("ADMIN_PASSWORD", RunningGatehouse.ADMIN_PASSWORD)
                .with("PICTURES", pictures.toString())
                .atMost(Duration.ofMinutes(12))
                .run();

        assertThat(result.code()).as(result.toString()).isZero();
    }
}
