package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.ProblemException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R12.8 */
class IdempotencyKeyTest {
    @Test
    void noneIsNone() {
        assertThat(IdempotencyKey.of(null)).isEmpty();
        assertThat(IdempotencyKey.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "\"8e03978e-40d5-43e8-bc93-6894a57f9324\"", "8e03978e-40d5-43e8-bc93-6894a57f9324", "!~"})
    void oneToTheEndOfTheLineIsTakenAsItStands(String key) {
        assertThat(IdempotencyKey.of(List.of(key))).contains(key);
    }

    @Test
    void itHasUpTo255Characters() {
        assertThat(IdempotencyKey.of(List.of("k".repeat(255)))).isPresent();
        assertRefused(List.of("k".repeat(256)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "tab\there", "é", "键"})
    void whatIsNotVisibleAsciiIsRefused(String key) {
        assertRefused(List.of(key));
    }

    @Test
    void twoAreRefused() {
        assertRefused(List.of("one", "two"));
    }

    @Test
    void anotherPathQueryOrBodyIsAnotherRequest() {
        byte[] body = "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8);
        URI address = URI.create("https://localhost:8443/api/v1/users/users?a=1");
        byte[] request = IdempotencyFilter.fingerprinted(address, body);

        assertThat(IdempotencyFilter.fingerprinted(URI.create("https://other/api/v1/users/users?a=1"), body))
                .isEqualTo(request);
        assertThat(IdempotencyFilter.fingerprinted(URI.create("https://localhost:8443/api/v1/users/users?a=2"), body))
                .isNotEqualTo(request);
        assertThat(IdempotencyFilter.fingerprinted(URI.create("https://localhost:8443/api/v1/users/users"), body))
                .isNotEqualTo(request);
        assertThat(IdempotencyFilter.fingerprinted(URI.create("https://localhost:8443/api/v1/users/groups?a=1"), body))
                .isNotEqualTo(request);
        assertThat(IdempotencyFilter.fingerprinted(address, "{\"name\":\"b\"}".getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(request);
    }

    @Test
    void anAnswerIsKeptAsItIs() {
        KeptAnswer kept =
                KeptAnswer.of(201, "https://localhost/api/v1/x/1/", "\"3\"", Optional.of("{\"name\":\"\\\"é\"}"));

        assertThat(KeptAnswer.parse(kept.text())).isEqualTo(kept);
        KeptAnswer empty = KeptAnswer.of(204, null, null, Optional.empty());
        assertThat(KeptAnswer.parse(empty.text())).isEqualTo(empty);
        assertThat(empty.whole()).isTrue();
    }

    @Test
    void ofALongAnswerOnlyThatThereWasOneIsKept() {
        KeptAnswer kept = KeptAnswer.of(201, null, null, Optional.of("x".repeat(KeptAnswer.LONGEST + 1)));

        assertThat(kept.text().length()).isLessThan(100);
        assertThat(KeptAnswer.parse(kept.text()).whole()).isFalse();
    }

    private static void assertRefused(List<String> fields) {
        assertThatThrownBy(() -> IdempotencyKey.of(fields))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(WebProblem.IDEMPOTENCY_KEY_INVALID));
    }
}
