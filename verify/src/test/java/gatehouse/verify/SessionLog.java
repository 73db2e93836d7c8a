package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sessions, recordings and commands as an auditor finds them. What is written beside the traffic is asked for until it is there. */
final class SessionLog {
    private final Rest admin;

    SessionLog(Rest admin) {
        this.admin = admin;
    }

    /** The newest session of a person, once it is over. */
    JsonObject lastEnded(String username) {
        return Eventually.found(() -> {
            List<JsonObject> items = admin.get("terminal/sessions?limit=1&order=-startedAt&search=" + username)
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class);
            assertThat(items).as("sessions of " + username).isNotEmpty();
            assertThat(items.getFirst().getString("state"))
                    .as(items.getFirst().toString())
                    .isEqualTo("ended");
            return items.getFirst();
        });
    }

    /** Its recording as asciicast; a recording is closed a moment after its session. */
    String replay(JsonObject session) {
        String path = "terminal/sessions/" + session.getString("id") + "/";
        Eventually.holds(
                () -> assertThat(admin.get(path).getJsonNumber("recordingBytes").longValue())
                        .isPositive());
        return new String(admin.bytes(path + "replay/"), StandardCharsets.UTF_8);
    }

    /** Texts of the commands of a session, in their order, as soon as there are that many. */
    List<String> commands(JsonObject session, int count) {
        return Eventually.found(() -> {
            List<String> texts = commands(session);
            assertThat(texts).hasSizeGreaterThanOrEqualTo(count);
            return texts;
        });
    }

    private List<String> commands(JsonObject session) {
        return admin
                .get("terminal/commands?limit=200&order=sequence&session=" + session.getString("id"))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(command -> command.getString("text"))
                .toList();
    }
}
