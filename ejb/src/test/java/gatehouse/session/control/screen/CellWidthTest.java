package gatehouse.session.control.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellWidthTest {
    @ParameterizedTest
    @CsvSource({"a, 1", "é, 1", "中, 2", "한, 2", "ｱ, 1", "Ａ, 2", "😀, 2", "́, 0", "​, 0", "─, 1", "　, 2", "鿿, 2"})
    void widthIsThatOfTerminals(String character, int cells) {
        assertThat(CellWidth.of(character.codePointAt(0))).isEqualTo(cells);
    }

    @Test
    void fittingCutsBetweenCharactersNeverThroughOne() {
        assertThat(CellWidth.fit("服务器一号", 6)).isEqualTo("服务… ");
        assertThat(CellWidth.fit("服务", 6)).isEqualTo("服务  ");
        assertThat(CellWidth.fit("web", 3)).isEqualTo("web");
        assertThat(CellWidth.fit("web-1", 1)).isEqualTo("…");
    }
}
