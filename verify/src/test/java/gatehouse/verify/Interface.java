package gatehouse.verify;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What {@code web-war/openapi.json} says of the REST interface. */
final class Interface {
    private static final String ROOT = "/api/v1/";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private Interface() {}

    /**
     * One thing that can be asked.
     *
     * @param path below {@code /api/v1/}, identifiers in braces
     */
    record Operation(String method, String path) {}

    /** All of it. */
    static List<Operation> operations() {
        JsonObject paths = paths();
        return paths.keySet().stream()
                .flatMap(path -> paths.getJsonObject(path).keySet().stream()
                        .filter(METHODS::contains)
                        .map(method -> new Operation(method.toUpperCase(Locale.ROOT), path.substring(ROOT.length()))))
                .toList();
    }

    /** Those of them that are lists which can be searched. */
    static List<String> lists() {
        JsonObject paths = paths();
        return operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .map(Operation::path)
                .filter(path -> !path.contains("{"))
                .filter(path -> isSearched(paths.getJsonObject(ROOT + path).getJsonObject("get")))
                .toList();
    }

    private static boolean isSearched(JsonObject operation) {
        return operation.getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .anyMatch(parameter -> parameter.getString("name", "").equals("search"));
    }

    private static JsonObject paths() {
        try (InputStream in = Files.newInputStream(RunningGatehouse.ROOT.resolve("web-war/openapi.json"));
                var reader = Json.createReader(in)) {
            return reader.readObject().getJsonObject("paths");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
