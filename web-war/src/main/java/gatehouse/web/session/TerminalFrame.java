package gatehouse.web.session;

import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.Secret;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionProblem;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Optional;

/** A control frame that the browser of a terminal sends; the package says how they look. */
sealed interface TerminalFrame {
    /** @param token closed by whoever redeems it */
    record Open(Secret token, String tab, WindowSize size) implements TerminalFrame {}

    record Resume(SessionId session, String tab, long received, WindowSize size) implements TerminalFrame {}

    record Resize(WindowSize size) implements TerminalFrame {}

    record Acknowledge(long received) implements TerminalFrame {}

    record Close() implements TerminalFrame {}

    /** @throws gatehouse.kernel.ProblemException {@code FRAME_INVALID}, {@code VALUE_INVALID} */
    static TerminalFrame parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return new Fields(reader.readObject()).frame();
        } catch (JsonException e) {
            throw SessionProblem.FRAME_INVALID.problem("this is not a control frame of a terminal", e);
        }
    }

    /** What stands in a frame. */
    record Fields(JsonObject json) {
        private static final int MOST_CELLS = 4096;

        private TerminalFrame frame() {
            return switch (text("type")) {
                case "open" -> open();
                case "resume" -> new Resume(SessionId.parse(text("session")), text("tab"), number("received"), size());
                case "resize" -> new Resize(size());
                case "ack" -> new Acknowledge(number("received"));
                case "close" -> new Close();
                default -> throw SessionProblem.FRAME_INVALID.problem("this is not a control frame of a terminal");
            };
        }

        private TerminalFrame open() {
            String tab = text("tab");
            return new Open(Secret.ofString(text("token")), tab, size());
        }

        private String text(String name) {
            return Optional.ofNullable(json.get(name))
                    .filter(JsonString.class::isInstance)
                    .map(value -> ((JsonString) value).getString())
                    .orElseThrow(() -> SessionProblem.FRAME_INVALID.problem(
                            "a control frame of a terminal lacks the text \"" + name + "\""));
        }

        private long number(String name) {
            return Optional.ofNullable(json.get(name))
                    .filter(JsonNumber.class::isInstance)
                    .map(value -> ((JsonNumber) value).longValue())
                    .orElseThrow(() -> SessionProblem.FRAME_INVALID.problem(
                            "a control frame of a terminal lacks the number \"" + name + "\""));
        }

        private WindowSize size() {
            return WindowSize.cells(
                    Math.clamp(json.getInt("columns", 80), 1, MOST_CELLS),
                    Math.clamp(json.getInt("rows", 24), 1, MOST_CELLS));
        }
    }
}
