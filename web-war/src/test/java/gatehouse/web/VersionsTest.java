package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.ProblemCode;
import gatehouse.kernel.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 13.1.1. */
class VersionsTest {
    @Test
    void withoutATagOrWithAStarTheVersionThatWasReadCounts() {
        assertThat(Versions.merged(null, 7)).isEqualTo(7);
        assertThat(Versions.merged("*", 7)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"5\"", "5", " \"5\" ", "W/\"9\", \"5\"", "\"5\", \"5\"", "\"other\",\"5\""})
    void aStrongTagIsTheVersionThatIsMeant(String tag) {
        assertThat(Versions.merged(tag, 7)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7\"", "W/\"7\", W/\"6\"", "\"other\"", "\"\"", "\"99999999999\""})
    void aWeakTagAndOneThatIsNoVersionMatchNothing(String tag) {
        assertProblem(tag, WebProblem.VERSION_NEVER_MATCHES, 412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"5\"x", "w/\"5\"", "\"5", "seven", "\"5\", \"6\"", "*, \"5\""})
    void whatIsNoTagIsRefused(String tag) {
        assertProblem(tag, KernelProblem.VALUE_INVALID, 400);
    }

    private static void assertProblem(String tag, ProblemCode code, int status) {
        assertThatThrownBy(() -> Versions.wanted(tag)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(ProblemView.of(problem).status()).isEqualTo(status);
        });
    }
}
