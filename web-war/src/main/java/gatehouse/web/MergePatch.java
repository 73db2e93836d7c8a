package gatehouse.web;

import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.WrongField;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.io.StringReader;
import java.util.List;

/**
 * PATCH as RFC 7396 says: absent members stay, null clears, arrays are replaced whole. What can be changed is what the record of a
 * new one holds.
 */
public final class MergePatch {
    private static final Jsonb JSONB = new JsonBinding().getContext(MergePatch.class);

    private MergePatch() {}

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} when a member is unknown or has a wrong type */
    public static <T extends Record> T apply(Class<T> type, T before, JsonObject patch) {
        try (var reader = Json.createReader(new StringReader(JSONB.toJson(before)))) {
            JsonValue after = Json.createMergePatch(patch).apply(reader.readObject());
            T changed = read(type, after);
            RequiredFields.requireAll(changed);
            return changed;
        }
    }

    private static <T extends Record> T read(Class<T> type, JsonValue json) {
        try {
            return JSONB.fromJson(json.toString(), type);
        } catch (JsonbException e) {
            List<WrongField> wrong = BodyShape.wrong(type, json);
            throw wrong.isEmpty()
                    ? KernelProblem.VALUE_INVALID.problem("a field is unknown or has a wrong type", e)
                    : KernelProblem.VALUE_INVALID.at(wrong, e);
        }
    }
}
