package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Debian's Chromium against a Gatehouse; the steps are in {@code web-war/src/main/ui/e2e}, pictures of them in {@code verify/target}. */
final class BrowserSteps {
    private static final Duration LONGEST = Duration.ofMinutes(40);

    private BrowserSteps() {}

    /**
     * All steps of one file have to succeed.
     *
     * @param part name of the file, without {@code .e2e.ts}
     * @param settings what the steps have to know beside the address, by the names of environment variables
     */
    static void take(RunningGatehouse gatehouse, String part, Map<String, String> settings) throws IOException {
        Path pictures = Files.createDirectories(RunningGatehouse.ROOT.resolve("verify/target/pictures"));
        Program steps = Program.of("npm", "run", "--silent", "e2e", "--", part)
                .in(RunningGatehouse.ROOT.resolve("web-war/src/main/ui"))
                .with("GATEHOUSE_URL", "https://localhost:" + gatehouse.httpsPort())
                .with("GATEHOUSE_CA", gatehouse.home().resolve("tls/ca.pem").toString())
                .with("PICTURES", pictures.toString())
                .atMost(LONGEST);
        settings.forEach(steps::with);
        Program.Result result = steps.run();
        assertThat(result.code()).as(result.toString()).isZero();
    }
}
