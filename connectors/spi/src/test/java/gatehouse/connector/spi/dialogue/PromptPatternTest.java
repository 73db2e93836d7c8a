package gatehouse.connector.spi.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that backtracks would never come back from these. */
class PromptPatternTest {
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+:$", "(a|a)*:$", "(?:a|aa)+:$", "(.*a){20}:$", "((((a*)*)*)*)*:$"})
    void aTextThatAlmostMatchesInManyWaysIsReadOnce(String pattern) {
        assertThat(PromptPattern.of(pattern).isIn("a".repeat(5000) + "!")).isFalse();
        assertThat(PromptPattern.of(pattern).isIn("a".repeat(5000) + ":")).isTrue();
    }

    @Test
    void aPatternThatReadsNothingEnds() {
        assertThat(PromptPattern.of("(?:|)".repeat(59) + "x").isIn("")).isFalse();
        assertThat(PromptPattern.of("(?:(?:){9}){9}x").isIn("y")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?:){300000000}x",
                "(?:){300000000,}x",
                "x{99999999999999999999}",
                "((x{1000}){1000}){1000}",
                "((((x{9}){9}){9}){9}){9}",
                "x{501}",
                "(?:[ab]{20}){0,30}",
                "(?<!new )password",
                "(a)\\1",
                "a*+",
                "("
            })
    void whatCannotBeLookedForInOneWayIsRefused(String pattern) {
        assertThatThrownBy(() -> PromptPattern.of(pattern)).isInstanceOf(PromptPattern.Unusable.class);
    }

    @Test
    void aRefusalSaysWhatToDo() {
        assertThatThrownBy(() -> PromptPattern.of("(x{99}){99}"))
                .hasMessageStartingWith("repeats too much; use smaller");
        assertThatThrownBy(() -> PromptPattern.of("x{501}")).hasMessageStartingWith("is too large; use smaller");
        assertThatThrownBy(() -> PromptPattern.of("(?<!new )password"))
                .hasMessageStartingWith("is not a regular expression in RE2's syntax, which has no look-around");
    }

    @Test
    void whatDevicesNeedIsUnderstood() {
        assertThat(PromptPattern.of("pass(?:word)?[^\\n]{0,40}[:：]\\s*$").isIn("Last login: today\nPASSWORD for bob: "))
                .isTrue();
        assertThat(PromptPattern.of("^[\\w.-]+[#>]\\s{0,3}$").isIn("switch-1# "))
                .isTrue();
        assertThat(PromptPattern.of("\\blogin\\b").isIn("logins")).isFalse();
        assertThat(PromptPattern.of("用户名|\\p{Han}{2,40}：$").isIn("口令：")).isTrue();
        assertThat(PromptPattern.of("a".repeat(300)).isIn("A".repeat(300))).isTrue();
        assertThat(PromptPattern.of("密".repeat(300)).isIn("密".repeat(299))).isFalse();
        assertThat(PromptPattern.of("login: $")).hasToString("login: $");
    }
}
