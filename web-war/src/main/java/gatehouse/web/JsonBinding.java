package gatehouse.web;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/**
 * How records become JSON: fields as they are called, instants as ISO 8601 in UTC, empty {@code Optional}s left out, unknown fields of a body
 * refused (a mistyped field must not be ignored).
 */
@Provider
public class JsonBinding implements ContextResolver<Jsonb> {
    private final Jsonb jsonb = JsonbBuilder.create(
            new JsonbConfig().withNullValues(false).setProperty("jsonb.fail-on-unknown-properties", true));

    @Override
    public Jsonb getContext(Class<?> type) {
        return jsonb;
    }
}
