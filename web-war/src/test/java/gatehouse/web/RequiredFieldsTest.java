package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gatehouse.kernel.ProblemException;
import gatehouse.kernel.WrongField;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredFieldsTest {
    public record Body(String name, Optional<List<String>> words, List<Line> lines) {}

    public record Line(String protocol, Optional<String> comment) {}

    @Test
    void whatIsThereIsEnough() {
        Body body = new Body("web", Optional.empty(), List.of(new Line("ssh", Optional.empty())));
        assertThatCode(() -> RequiredFields.requireAll(body)).doesNotThrowAnyException();
    }

    @Test
    void everyMissingMemberIsNamedAtOnce() {
        assertThat(missing(new Body(null, Optional.empty(), null)))
                .containsExactly(
                        new WrongField("name", "VALUE_INVALID", "the field name is missing"),
                        new WrongField("lines", "VALUE_INVALID", "the field lines is missing"));
    }

    @Test
    void membersOfMembersAreLookedAt() {
        Line nameless = new Line(null, Optional.empty());
        Body body = new Body("web", Optional.of(Arrays.asList("a", null)), Arrays.asList(nameless, null));
        assertThat(missing(body))
                .extracting(WrongField::field)
                .containsExactly("words[1]", "lines[0].protocol", "lines[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"name\":", "name", "\u0000"})
    void ofWhatIsNoJsonNothingIsNamed(String body) {
        assertThat(RequiredFields.wrong(Body.class, body.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void ofWhatIsNestedTooDeeplyNothingIsNamed() {
        String deep = "{\"name\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        assertThat(RequiredFields.wrong(Body.class, deep.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static List<WrongField> missing(Body body) {
        return catchThrowableOfType(ProblemException.class, () -> RequiredFields.requireAll(body))
                .fields();
    }
}
