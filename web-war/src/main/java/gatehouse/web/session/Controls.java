package gatehouse.web.session;

import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import gatehouse.session.boundary.OpenedTerminal;
import gatehouse.session.entity.Participant;
import gatehouse.web.ProblemView;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The control frames of sockets. */
final class Controls {
    /** How each of them begins. */
    private static final String TYPE = "{\"type\":\"";

    private static final Set<String> PASSING = Set.of("people", "locked", "typed");

    private Controls() {}

    static String opened(OpenedTerminal opened) {
        JsonArrayBuilder actions = Json.createArrayBuilder();
        opened.actions().stream().map(Enum::name).sorted().forEach(actions::add);
        return Json.createObjectBuilder()
                .add("type", "opened")
                .add("session", opened.id().toString())
                .add("actions", actions)
                .add("until", opened.until().toString())
                .build()
                .toString();
    }

    static String ended(Optional<ProblemException> reason) {
        return ended(
                reason.map(ProblemException::codeName).orElse("FINISHED"),
                reason.map(problem -> ProblemView.of(problem).detail()).orElse(""));
    }

    static String ended(String code, String detail) {
        return Json.createObjectBuilder()
                .add("type", "ended")
                .add("code", code)
                .add("detail", detail)
                .build()
                .toString();
    }

    /** Everything that was missed follows. */
    static String resumed(long from) {
        return resumed(from, false).build().toString();
    }

    /** Too much was missed: {@code picture} paints the screen, what follows begins at {@code from}. */
    static String resumed(long from, String picture) {
        return resumed(from, true).add("screen", picture).build().toString();
    }

    private static JsonObjectBuilder resumed(long from, boolean snapshot) {
        return Json.createObjectBuilder()
                .add("type", "resumed")
                .add("from", from)
                .add("snapshot", snapshot);
    }

    static String locked(boolean locked) {
        return Json.createObjectBuilder()
                .add("type", "locked")
                .add("locked", locked)
                .build()
                .toString();
    }

    /** How many typed bytes the target has taken. */
    static String typed(long bytes) {
        return Json.createObjectBuilder()
                .add("type", "typed")
                .add("received", bytes)
                .build()
                .toString();
    }

    static String people(List<Participant> all) {
        JsonArrayBuilder people = Json.createArrayBuilder();
        all.forEach(one -> people.add(Json.createObjectBuilder()
                .add("user", one.user().toString())
                .add("name", one.name())
                .add("role", one.role().name().toLowerCase(Locale.ROOT))
                .add("since", one.since().toString())));
        return Json.createObjectBuilder()
                .add("type", "people")
                .add("people", people)
                .build()
                .toString();
    }

    /** Worth nothing to a browser that comes back: it is told anew. */
    static boolean isPassing(String control) {
        return PASSING.contains(kind(control));
    }

    /** Of two of a kind the newer one makes the other needless. */
    static String kind(String control) {
        return control.substring(TYPE.length(), control.indexOf('"', TYPE.length()));
    }

    static boolean isEnd(String control) {
        return kind(control).equals("ended");
    }

    static String size(WindowSize given) {
        WindowSize size = given.readable();
        return Json.createObjectBuilder()
                .add("type", "size")
                .add("columns", size.columns())
                .add("rows", size.rows())
                .build()
                .toString();
    }
}
