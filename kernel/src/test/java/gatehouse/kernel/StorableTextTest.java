package gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorableTextTest {
    @Test
    void whatNoDatabaseKeepsIsReplaced() {
        assertThat(StorableText.of("a\0b\0")).isEqualTo("a␀b␀");
        assertThat(StorableText.of("half \ud83d, whole 😀, half \ude00"))
                .isEqualTo("half \ufffd, whole 😀, half \ufffd");
        assertThat(StorableText.of("密\t\u001b\n")).isEqualTo("密\t\u001b\n");
    }

    @Test
    void aCutLeavesNoHalfOfACharacter() {
        assertThat(StorableText.of("ab😀", 3)).isEqualTo("ab");
        assertThat(StorableText.of("ab😀", 4)).isEqualTo("ab😀");
        assertThat(StorableText.of("abc", 2)).isEqualTo("ab");
    }

    @Test
    void everyDatabaseTakesAscii() {
        assertThat(StorableText.inAscii("é\0😀~ \n", 100)).isEqualTo("\\u{e9}\\u{0}\\u{1f600}~ \\u{a}");
        assertThat(StorableText.inAscii("é".repeat(100), 11)).isEqualTo("\\u{e9}\\u{e9");
    }
}
