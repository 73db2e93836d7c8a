package gatehouse.connector.telnet.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.telnet.TelnetProblem;
import gatehouse.kernel.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns of administrators and texts of devices never hold a thread. */
class PromptsTest {
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+:$", "(a|a)*:$", "(?:a|aa)+:$", "(.*a){20}:$"})
    void noPatternTakesForEver(String pattern) {
        Prompts prompts = Prompts.from(Map.of("password_prompt", pattern));

        assertThat(prompts.beforePassword("a".repeat(5000) + "!", false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?:){300000000}x", "((x{99}){99}){99}", "(?<!new )password", "(a)\\1"})
    void aPatternThatWasStoredAndCannotBeLookedForIsRefused(String pattern) {
        assertThatThrownBy(() -> Prompts.from(Map.of("password_prompt", pattern)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(TelnetProblem.PROMPT_INVALID))
                .hasMessageContaining("password_prompt")
                .hasMessageContaining(pattern);
    }

    @Test
    void blanksBetweenPromptsAreReadOnce() {
        Prompts prompts = Prompts.from(Map.of());

        assertThat(prompts.beforePassword("login" + " ".repeat(60_000) + "x login: ", false))
                .contains(Prompts.Seen.USERNAME);
    }

    @Test
    void whatComesWithGatehouseCopesWithLongTexts() {
        Prompts prompts = Prompts.from(Map.of());
        for (String part : new String[] {"login ", "password ", "press  ", "用户名\n", "pass", "a: ", " "}) {
            String banner = part.repeat(60_000 / part.length());

            assertThat(prompts.beforePassword(banner + "\nlogin: ", true)).contains(Prompts.Seen.USERNAME);
        }
    }
}
