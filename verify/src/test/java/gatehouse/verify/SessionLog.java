package gatehouse.verify;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sessions, recordings and commands as an auditor finds them. What is written beside the traffic is asked for until it is there. */
final class SessionLog {
    private static final int TRIES = 150;

    private final Rest admin;

    SessionLog(Rest admin) {
        this.admin = admin;
    }

    /** The newest session of a person, once it is over. */
    JsonObject lastEnded(String username) {
        JsonObject seen = JsonObject.EMPTY_JSON_OBJECT;
        for (int i = 0; i < TRIES; i++) {
            seen = admin.get("terminal/sessions?limit=1&order=-startedAt&search=" + username);
            List<JsonObject> items = seen.getJsonArray("items").getValuesAs(JsonObject.class);
            if (!items.isEmpty() && items.getFirst().getString("state").equals("ended")) {
                return items.getFirst();
            }
            TransferLog.pause();
        }
        throw new AssertionError("no session of " + username + " has ended: " + seen);
    }

    /** Its recording as asciicast; a recording is closed a moment after its session. */
    String replay(JsonObject session) {
        String path = "terminal/sessions/" + session.getString("id") + "/";
        for (int i = 0;
                i < TRIES && admin.get(path).getJsonNumber("recordingBytes").longValue() == 0;
                i++) {
            TransferLog.pause();
        }
        return new String(admin.bytes(path + "replay/"), StandardCharsets.UTF_8);
    }

    /** Texts of the commands of a session, in their order, as soon as there are that many. */
    List<String> commands(JsonObject session, int count) {
        List<String> texts = List.of();
        for (int i = 0; i < TRIES && texts.size() < count; i++) {
            TransferLog.pause();
            texts = admin
                    .get("terminal/commands?limit=200&order=sequence&session=" + session.getString("id"))
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .map(command -> command.getString("text"))
                    .toList();
        }
        return texts;
    }
}
