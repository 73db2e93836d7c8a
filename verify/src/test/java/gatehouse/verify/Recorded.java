package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What Gatehouse kept about a session, as an auditor reads it through REST. */
final class Recorded {
    private final Rest admin;
    private final String session;

    private Recorded(Rest admin, String session) {
        this.admin = admin;
        this.session = session;
    }

    /** The latest session at an asset, once it is over and its recording closed. */
    static Recorded last(RunningGatehouse gatehouse, String asset) {
        Rest admin = gatehouse.admin();
        return Eventually.found(() -> items(admin, "terminal/sessions?limit=100&order=-startedAt").stream()
                .filter(session -> session.getString("assetName").equals(asset))
                .findFirst()
                .filter(session -> session.getString("state").equals("ended"))
                .filter(session -> session.getJsonNumber("recordingBytes").longValue() > 0)
                .map(session -> new Recorded(admin, session.getString("id")))
                .orElseThrow(() -> new AssertionError("no ended session at " + asset)));
    }

    /** The whole recording, as asciicast. */
    String cast() {
        return new String(admin.bytes("terminal/sessions/" + session + "/replay/"), StandardCharsets.UTF_8);
    }

    /** Texts of the commands; they are written a moment after they were given, so waits until there are that many. */
    List<String> commands(int atLeast) {
        return Eventually.found(() -> {
            List<String> found = commands();
            assertThat(found).hasSizeGreaterThanOrEqualTo(atLeast);
            return found;
        });
    }

    private List<String> commands() {
        return items(admin, "terminal/commands?limit=100&session=" + session).stream()
                .map(command -> command.getString("text"))
                .toList();
    }

    private static List<JsonObject> items(Rest admin, String path) {
        return admin.get(path).getJsonArray("items").getValuesAs(JsonObject.class);
    }
}
