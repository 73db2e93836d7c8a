package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
            Path other = Files.writeString(folder.resolve("other"), "kept");
            Files.createSymbolicLink(folder.resolve("backup.tar.gz.part"), other);
            Program.Result backup = first.gatehouse("backup", archive.toString());
            assertThat(backup.code()).as(backup.toString()).isZero();
            assertThat(backup.out()).contains("master key is NOT in it");
            assertThat(other).as("behind a link in the archive's folder").hasContent("kept");
            Path dangling = Files.createSymbolicLink(folder.resolve("dangling.tar.gz"), folder.resolve("nowhere"));
            assertThat(first.gatehouse("backup", dangling.toString()).code()).isNotZero();
            assertThat(folder.resolve("nowhere")).doesNotExist();
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
        assertThat(restored.out()).contains("and not changed since", "tls/ca.pem anew");
        second.start();
        try (second) {
            assertThat(second.admin().get("users/me").getString("username")).isEqualTo(RunningGatehouse.ADMIN);
        }
    }

    /** Each is refused whole, with what is wrong, and writes nothing. */
    @Test
    void anArchiveThatNoBackupMadeIsRefused() throws IOException {
        Path folder = Files.createTempDirectory("gatehouse-forged");
        Files.createDirectories(folder.resolve("database"));
        Files.createDirectories(folder.resolve("recordings"));
        Files.createDirectories(folder.resolve("server"));
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(folder.resolve("database/gatehouse.mv.db"), "no database");
        Files.writeString(folder.resolve("server/start"), "a program");
        Files.writeString(folder.resolve("keys/master.key"), "another key");
        Files.createSymbolicLink(folder.resolve("recordings/2026"), Path.of("/etc"));
        RunningGatehouse home = RunningGatehouse.prepare(Map.of());
        Files.createDirectories(home.home().resolve("keys"));
        Files.writeString(home.home().resolve("keys/master.key"), "kept");

        assertRefused(home, archive(folder, "database", "server"), "server/");
        assertRefused(home, archive(folder, "database", "keys"), "keys/");
        assertRefused(home, archive(folder, "recordings", "database"), "recordings/2026 -> /etc");
        assertRefused(
                home, archive(folder, "--transform=s,^server,../server,", "-P", "database", "server"), "../server");
        assertRefused(home, archive(folder, "--exclude=2026", "recordings"), "is no backup");
        Path cut = folder.resolve("cut.tar.gz");
        byte[] whole = Files.readAllBytes(archive(folder, "database"));
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(home, cut, "damaged");

        assertThat(home.home().resolve("keys/master.key")).hasContent("kept");
        for (String name : List.of("database", "recordings", "server")) {
            assertThat(home.home().resolve(name)).doesNotExist();
        }
    }

    private static Path archive(Path folder, String... what) throws IOException {
        Path archive = Files.createTempFile(folder, "forged", ".tar.gz");
        List<String> command = new ArrayList<>(List.of("tar", "-czf", archive.toString(), "-C", folder.toString()));
        command.addAll(List.of(what));
        Program.Result made = Program.of(command).run();
        assertThat(made.code()).as(made.toString()).isZero();
        return archive;
    }

    private static void assertRefused(RunningGatehouse home, Path archive, String why) {
        Program.Result result = home.gatehouse("restore", archive.toString());
        assertThat(result.code()).as(result.toString()).isEqualTo(2);
        assertThat(result.err()).contains(why);
    }
}
