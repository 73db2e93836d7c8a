package gatehouse.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;

/**
 * An answer to a request with a key, as it is kept.
 *
 * @param body JSON as it was written; empty: there was none
 * @param whole false when the body was longer than {@link #LONGEST}, and is not kept
 */
record KeptAnswer(int status, Optional<String> location, Optional<String> tag, Optional<String> body, boolean whole) {
    /** Of characters. Many answers are kept, for a day each; most have less than a thousand. */
    static final int LONGEST = 4 << 10;

    static KeptAnswer of(int status, String location, String tag, Optional<String> body) {
        boolean whole = body.map(String::length).orElse(0) <= LONGEST;
        return new KeptAnswer(
                status, Optional.ofNullable(location), Optional.ofNullable(tag), body.filter(_ -> whole), whole);
    }

    static KeptAnswer parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject kept = reader.readObject();
            return new KeptAnswer(
                    kept.getInt("status"),
                    member(kept, "location"),
                    member(kept, "tag"),
                    member(kept, "body"),
                    kept.getBoolean("whole"));
        }
    }

    String text() {
        JsonObjectBuilder kept =
                Json.createObjectBuilder().add("status", status).add("whole", whole);
        location.ifPresent(value -> kept.add("location", value));
        tag.ifPresent(value -> kept.add("tag", value));
        body.ifPresent(value -> kept.add("body", value));
        return kept.build().toString();
    }

    private static Optional<String> member(JsonObject kept, String name) {
        return Optional.ofNullable(kept.getString(name, null));
    }
}
