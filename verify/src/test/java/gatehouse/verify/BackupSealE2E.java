package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever can write to the place where archives lie restores nothing of their own: an archive carries a seal under the master key. */
class BackupSealE2E {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final int SEAL = 75;

    private Path folder;
    private Path archive;

    @BeforeEach
    void aBackup() throws IOException {
        folder = Files.createTempDirectory("gatehouse-seal");
        archive = folder.resolve("backup.tar.gz");
        RunningGatehouse backedUp = homeWithKey(KEY, Map.of());
        write(backedUp.home().resolve("database/gatehouse.mv.db"), "the database");
        write(backedUp.home().resolve("recordings/2026/11/28/one.ghr"), "a recording");
        Program.Result backup = backedUp.gatehouse("backup", archive.toString());
        assertThat(backup.code()).as(backup.toString()).isZero();
        assertThat(backup.err()).doesNotContain("sealed");
    }

    @Test
    void anArchiveThatIsAsItWasMadeComesBack() throws IOException {
        RunningGatehouse home = homeWithKey(KEY, Map.of());
        Program.Result restored = home.gatehouse("restore", archive.toString());

        assertThat(restored.code()).as(restored.toString()).isZero();
        assertThat(restored.out()).containsPattern("Made on 20..-.*Z, and not changed since");
        assertThat(home.home().resolve("database/gatehouse.mv.db")).hasContent("the database");
        assertThat(home.home().resolve("recordings/2026/11/28/one.ghr")).hasContent("a recording");
        assertNothingBeside(home);
    }

    @Test
    void aChangedArchiveIsRefusedWhoeverVouchesForIt() throws IOException {
        byte[] made = Files.readAllBytes(archive);
        byte[] seal = Arrays.copyOfRange(made, made.length - SEAL, made.length);
        Path changed = forged();
        byte[] content = Files.readAllBytes(changed);
        byte[] both = Arrays.copyOf(content, content.length + SEAL);
        System.arraycopy(seal, 0, both, content.length, SEAL);
        Files.write(changed, both);

        assertRefused(homeWithKey(KEY, Map.of()), changed, "was changed since it was made");
        assertRefused(homeWithKey(KEY, unsealed()), changed, "was changed since it was made");
    }

    /** One of an earlier version, or one whose seal somebody took away: nobody can tell them apart. */
    @Test
    void anArchiveWithoutASealIsRestoredOnlyByWhoeverVouchesForIt() throws IOException {
        Path forged = forged();
        assertRefused(homeWithKey(KEY, Map.of()), forged, "has no seal");

        RunningGatehouse trusting = homeWithKey(KEY, unsealed());
        Program.Result restored = trusting.gatehouse("restore", forged.toString());
        assertThat(restored.code()).as(restored.toString()).isZero();
        assertThat(restored.err()).contains("has no seal", "nobody can tell whether it was changed");
        assertThat(trusting.home().resolve("database/gatehouse.mv.db")).hasContent("another database");
    }

    @Test
    void anotherMasterKeyIsToldFromAChange() throws IOException {
        byte[] other = new byte[32];
        other[0] = 1;

        assertRefused(
                homeWithKey(Base64.getEncoder().encodeToString(other), Map.of()), archive, "under another master key");
    }

    @Test
    void aBackupWithoutTheMasterKeySaysThatItIsNotSealed() throws IOException {
        RunningGatehouse home = RunningGatehouse.prepare(Map.of());
        write(home.home().resolve("database/gatehouse.mv.db"), "the database");
        Path plain = folder.resolve("plain.tar.gz");
        Program.Result backup = home.gatehouse("backup", plain.toString());

        assertThat(backup.code()).as(backup.toString()).isZero();
        assertThat(backup.err()).contains("NOT sealed");
        assertRefused(homeWithKey(KEY, Map.of()), plain, "has no seal");
    }

    /** It can be tried again. */
    @Test
    void aRestoreThatFailsLeavesTheHomeAsItWas() throws IOException {
        Path broken = folder.resolve("broken.tar.gz");
        Path content = Files.createTempDirectory(folder, "broken");
        write(content.resolve("database/gatehouse.zip"), "no archive");
        write(content.resolve("recordings/one.ghr"), "a recording");
        tar(broken, content);
        RunningGatehouse home = homeWithKey(KEY, unsealed());

        Program.Result failed = home.gatehouse("restore", broken.toString());
        assertThat(failed.code()).as(failed.toString()).isEqualTo(1);
        assertThat(failed.err()).contains("the database cannot be unpacked");
        assertNothingBeside(home);
        Program.Result again = home.gatehouse("restore", archive.toString());
        assertThat(again.code()).as(again.toString()).isZero();
    }

    private Path forged() throws IOException {
        Path content = Files.createTempDirectory(folder, "forged");
        write(content.resolve("database/gatehouse.mv.db"), "another database");
        Path forged = folder.resolve("forged.tar.gz");
        tar(forged, content);
        return forged;
    }

    private static void tar(Path archive, Path content) {
        Program.Result made = Program.of("tar", "-czf", archive.toString(), "-C", content.toString(), ".")
                .run();
        assertThat(made.code()).as(made.toString()).isZero();
    }

    private static Map<String, String> unsealed() {
        return Map.of("GATEHOUSE_RESTORE_UNSEALED", "true");
    }

    private static RunningGatehouse homeWithKey(String key, Map<String, String> settings) throws IOException {
        RunningGatehouse home = RunningGatehouse.prepare(new HashMap<>(settings));
        write(home.home().resolve("keys/master.key"), key + "\n");
        return home;
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static void assertRefused(RunningGatehouse home, Path archive, String why) {
        Program.Result result = home.gatehouse("restore", archive.toString());
        assertThat(result.code()).as(result.toString()).isEqualTo(2);
        assertThat(result.err()).contains(why).doesNotContain(KEY);
        assertThat(home.home().resolve("database")).doesNotExist();
    }

    private static void assertNothingBeside(RunningGatehouse home) throws IOException {
        try (Stream<Path> files = Files.list(home.home())) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith(".restore"));
        }
    }
}
