package gatehouse.keyring.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
    @TempDir
    private Path home;

    @Test
    void firstStartMakesAKeyThatOnlyTheOwnerReadsAndLaterStartsReadIt() throws Exception {
        Path file = home.resolve("keys").resolve("master.key");

        byte[] made = MasterKey.fromFile(file, () -> false);

        assertThat(made).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(MasterKey.fromFile(file, () -> false)).isEqualTo(made);
    }

    @Test
    void aMissingKeyIsNeverReplacedWhereSomethingWasSealed() {
        Path file = home.resolve("master.key");

        assertThatThrownBy(() -> MasterKey.fromFile(file, () -> true))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the master key is missing");
        assertThat(file).doesNotExist();
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws Exception {
        Path file = home.resolve("keys").resolve("master.key");
        MasterKey.fromFile(file, () -> false);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> MasterKey.fromFile(file, () -> false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aMalformedKeyIsRefusedWithoutBeingQuoted() throws Exception {
        Path file = home.resolve("master.key");
        Files.writeString(file, "bm90IGEga2V5");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThatThrownBy(() -> MasterKey.fromFile(file, () -> false))
                .isInstanceOf(ProblemException.class)
                .hasMessageNotContaining("bm90");
    }

    @Test
    void eachUseHasItsOwnKey() {
        MasterKey master = new MasterKey(new byte[32]);

        assertThat(master.derive("a")).hasSize(32).isEqualTo(master.derive("a")).isNotEqualTo(master.derive("b"));
    }
}
