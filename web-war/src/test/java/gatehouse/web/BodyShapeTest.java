package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.kernel.WrongField;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodyShapeTest {
    public enum Colour {
        RED
    }

    public record Line(String protocol, int port, Optional<Map<String, String>> settings) {}

    public record Body(
            String name,
            Optional<Boolean> active,
            List<Line> lines,
            Optional<Instant> until,
            Optional<Colour> colour) {}

    private static final String RIGHT =
            "{\"name\":\"web\",\"active\":true,\"lines\":[{\"protocol\":\"ssh\",\"port\":22,\"settings\":{\"a\":\"b\"}}],"
                    + "\"until\":\"2026-01-31T12:00:00Z\",\"colour\":\"RED\"}";

    @Test
    void whatFitsIsNotWrong() {
        assertThat(wrong(RIGHT)).isEmpty();
        assertThat(wrong("{\"name\":\"web\",\"active\":null,\"lines\":[]}")).isEmpty();
    }

    @Test
    void everyMemberOfAWrongTypeIsNamedAtOnce() {
        assertThat(wrong("{\"name\":5,\"active\":\"kept\",\"lines\":{},\"until\":\"kept\",\"colour\":\"kept\"}"))
                .containsExactly(
                        new WrongField("name", "VALUE_INVALID", "name must be text"),
                        new WrongField("active", "VALUE_INVALID", "active must be true or false"),
                        new WrongField("lines", "VALUE_INVALID", "lines must be a list"),
                        new WrongField("until", "VALUE_INVALID", "until must be a time such as 2026-01-31T12:00:00Z"),
                        new WrongField("colour", "VALUE_INVALID", "colour must be one of [RED]"));
    }

    @Test
    void membersOfMembersAreLookedAt() {
        assertThat(wrong("{\"name\":\"web\",\"lines\":[{\"protocol\":\"ssh\",\"port\":2.5,\"settings\":{\"a\":1}},7,"
                        + "{\"protocol\":\"ssh\",\"port\":99999999999}]}"))
                .extracting(WrongField::field)
                .containsExactly("lines[0].port", "lines[0].settings.a", "lines[1]", "lines[2].port");
    }

    @Test
    void whatIsUnknownOrMissingIsNamed() {
        assertThat(wrong("{\"nmae\":\"web\",\"lines\":[]}"))
                .containsExactly(
                        new WrongField("name", "VALUE_INVALID", "the field name is missing"),
                        new WrongField("nmae", "FIELD_UNKNOWN", "there is no field nmae here"));
    }

    @Test
    void ofALongNameTheBeginningIsToldAndOfManyNotAll() {
        String long1 = "x".repeat(5000);
        assertThat(wrong("{\"name\":\"web\",\"lines\":[],\"" + long1 + "\":1}"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.field()).hasSizeLessThan(100);
                    assertThat(field.detail()).hasSizeLessThan(150);
                });
        assertThat(wrong("{\"name\":\"web\",\"lines\":[" + "1,".repeat(5000) + "1]}"))
                .hasSizeLessThan(100);
    }

    @Test
    void aBodyThatIsNoObjectHasNoMembers() {
        assertThat(wrong("[]")).isEmpty();
        assertThat(wrong("null")).isEmpty();
    }

    private static List<WrongField> wrong(String body) {
        return BodyShape.wrong(Body.class, json(body));
    }

    private static JsonValue json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
