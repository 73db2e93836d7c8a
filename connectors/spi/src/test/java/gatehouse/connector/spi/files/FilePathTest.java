package gatehouse.connector.spi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.ProblemException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilePathTest {
    @Test
    void printsEveryPathInOneLineAndReadsItBack() {
        Random random = new Random(11);
        byte[] alphabet = {
            'a', '/', '\\', 'n', 'x', 'u', '{', '}', '0', '\n', 0x1b, (byte) 0xff, (byte) 0xc3, (byte) 0xa9, 0, ' '
        };
        for (int i = 0; i < 20_000; i++) {
            byte[] name = new byte[random.nextInt(12)];
            for (int at = 0; at < name.length; at++) {
                name[at] = random.nextInt(4) == 0 ? (byte) random.nextInt() : alphabet[random.nextInt(alphabet.length)];
            }
            FilePath path = FilePath.copyOf(name, 0, name.length);
            assertThat(path.text()).doesNotContain("\n", "\r");
            assertThat(FilePath.parse(path.text())).isEqualTo(path);
        }
    }

    @Test
    void whatTurnsTextAroundIsEscaped() {
        assertThat(FilePath.of("a\u202egpj.exe").text()).isEqualTo("a\\u{202e}gpj.exe");
        assertThat(FilePath.of("/srv/报告 é").text()).isEqualTo("/srv/报告 é");
    }

    @Test
    void escapesThatNobodyWroteAreRefused() {
        assertThatThrownBy(() -> FilePath.parse("a\\q")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> FilePath.parse("\\u{ffffff}")).isInstanceOf(ProblemException.class);
    }
}
