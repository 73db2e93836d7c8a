package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The drill: back up while it runs, lose the home, restore elsewhere, and everything is there. */
class BackupE2E {
    @Test
    void whatWasBackedUpWhileRunningComesBackInANewHome() throws IOException {
        Path folder = Files.createTempDirectory("gatehouse-backup");
        Path archive = folder.resolve("backup.tar.gz");
        Path masterKey = folder.resolve("master.key");
        try (RunningGatehouse first = RunningGatehouse.start(Map.of())) {
            first.setUpFirstAdministrator();
            Program.Result backup = first.gatehouse("backup", archive.toString());
            assertThat(backup.code()).as(backup.toString()).isZero();
            assertThat(backup.out()).contains("master key is NOT in it");
            Files.copy(first.home().resolve("keys/master.key"), masterKey);
            assertThat(first.home().resolve("tls/ca.p12")).doesNotExist();
            assertThat(Program.of("tar", "-tzf", archive.toString()).run().out())
                    .contains("database/gatehouse.zip")
                    .doesNotContain("tls", "p12", "keys");
        }

        String home = folder.resolve("新 home").toString();
        RunningGatehouse second = RunningGatehouse.prepare(Map.of("GATEHOUSE_HOME", home));
        assertThat(second.gatehouse("restore", archive.toString()).code())
                .as("without the master key")
                .isEqualTo(2);
        Files.createDirectories(second.home().resolve("keys"));
        Files.copy(masterKey, second.home().resolve("keys/master.key"));
        Program.Result restored = second.gatehouse("restore", archive.toString());
        assertThat(restored.code()).as(restored.toString()).isZero();
        assertThat(restored.out()).contains("tls/ca.pem anew");
        second.start();
        try (second) {
            assertThat(second.admin().get("users/me").getString("username")).isEqualTo(RunningGatehouse.ADMIN);
        }
    }
}
