package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed description of the REST interface is the one that the build generates: whoever changes a resource sees it in the diff. */
class OpenApiTest {
    private static final Path COMMITTED = Path.of("openapi.json");
    private static final Path GENERATED = Path.of("target", "openapi", "openapi.json");

    @Test
    void committedDocumentIsWhatTheResourcesSay() throws IOException {
        JsonObject committed = read(COMMITTED);
        JsonObject generated = read(GENERATED);
        assertThat(committed.equals(generated))
                .as(
                        "web-war/openapi.json differs from the resources; when that is meant, copy web-war/%s over it. As a merge patch: %s",
                        GENERATED, Json.createMergeDiff(committed, generated).toJsonValue())
                .isTrue();
    }

    /** As an object: the order of members does not count. */
    private static JsonObject read(Path file) throws IOException {
        try (var reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        }
    }
}
