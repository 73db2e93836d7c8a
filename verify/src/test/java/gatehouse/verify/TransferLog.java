package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/** The transfer log as an auditor reads it. Lines are written beside the traffic: each question is asked until it is answered. */
final class TransferLog {
    private final Rest admin;

    TransferLog(Rest admin) {
        this.admin = admin;
    }

    /** The newest line for a path. */
    JsonObject require(String operation, String path) {
        return require(operation, path, line -> true);
    }

    /** The newest line for a path of which also {@code condition} holds. */
    JsonObject require(String operation, String path, Predicate<JsonObject> condition) {
        return Eventually.found(() -> {
            List<JsonObject> seen = lines(path);
            return seen.stream()
                    .filter(line -> line.getString("path").equals(path))
                    .filter(line -> line.getString("operation").equals(operation))
                    .filter(condition)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "the transfer log has no " + operation + " of " + path + ", but " + seen));
        });
    }

    /** Says that a whole file went through with this content. */
    JsonObject requireWhole(String operation, String path, byte[] content) {
        JsonObject line = require(operation, path);
        assertThat(line.getString("result")).as(line.toString()).isEqualTo("succeeded");
        assertThat(line.getJsonNumber("bytes").longValue()).as(line.toString()).isEqualTo(content.length);
        assertThat(line.getString("sha256", "")).as(line.toString()).isEqualTo(Content.sha256(content));
        assertThat(line.getBoolean("whole")).as(line.toString()).isTrue();
        return line;
    }

    /** The newest line for this content, whatever its path. */
    JsonObject requireContent(String operation, byte[] content) {
        String hash = Content.sha256(content);
        return Eventually.found(() -> lines(hash).stream()
                .filter(line -> line.getString("operation").equals(operation))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "the transfer log has no " + operation + " of a file with the hash " + hash)));
    }

    private List<JsonObject> lines(String path) {
        String search = URLEncoder.encode(path, StandardCharsets.UTF_8);
        return admin.get("terminal/transfers?limit=100&search=" + search)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }
}
