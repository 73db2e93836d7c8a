package gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedTextTest {
    @Test
    void aCharacterThatTheDatabaseDoesNotHaveIsTheSendersToLeaveOut() {
        RuntimeException failure = wrapped("22021");

        assertThat(RefusedText.in(failure).orElseThrow().kind()).isEqualTo(Kind.INVALID);
        assertThatThrownBy(
                        () -> new Work("test", null).supply(() -> fail(failure)).join())
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Kind.INVALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22012", "22P02", "23505", "42601", "08006"})
    void anotherFailureStaysWhatItIs(String state) {
        assertThat(RefusedText.in(wrapped(state))).isEmpty();
    }

    private static RuntimeException wrapped(String state) {
        return new IllegalStateException(new RuntimeException(new SQLException("refused", state)));
    }

    private static Object fail(RuntimeException failure) {
        throw failure;
    }
}
