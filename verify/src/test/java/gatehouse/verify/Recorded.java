package gatehouse.verify;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What Gatehouse kept about a session, as an auditor reads it through REST. */
final class Recorded {
    private static final int TRIES = 100;

    private final Rest admin;
    private final String session;

    private Recorded(Rest admin, String session) {
        this.admin = admin;
        this.session = session;
    }

    /** The latest session at an asset. */
    static Recorded last(RunningGatehouse gatehouse, String asset) {
        Rest admin = gatehouse.admin();
        return items(admin, "terminal/sessions?limit=100&order=-startedAt").stream()
                .filter(session -> session.getString("assetName").equals(asset))
                .map(session -> new Recorded(admin, session.getString("id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no session at " + asset));
    }

    /** The whole recording, as asciicast. */
    String cast() {
        return new String(admin.bytes("terminal/sessions/" + session + "/replay/"), StandardCharsets.UTF_8);
    }

    /** Texts of the commands; they are written a moment after they were given, so waits until there are that many. */
    List<String> commands(int atLeast) throws InterruptedException {
        List<String> found = commands();
        for (int i = 0; i < TRIES && found.size() < atLeast; i++) {
            Thread.sleep(100);
            found = commands();
        }
        return found;
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
