package gatehouse.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The field {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header-07). The draft's quoted string and the bare word that most
 * clients send are both taken as they stand: a client that repeats a request repeats the field.
 */
final class IdempotencyKey {
    static final String FIELD = "Idempotency-Key";
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");

    private IdempotencyKey() {}

    /**
     * @param fields as they came; null when none did
     * @throws gatehouse.kernel.ProblemException {@code IDEMPOTENCY_KEY_INVALID}
     */
    static Optional<String> of(List<String> fields) {
        if (fields == null || fields.isEmpty()) {
            return Optional.empty();
        }
        String key = fields.getFirst();
        if (fields.size() > 1 || !VISIBLE.matcher(key).matches()) {
            throw WebProblem.IDEMPOTENCY_KEY_INVALID.problem(
                    FIELD + " is one key of 1 to 255 visible ASCII characters, for example a random UUID");
        }
        return Optional.of(key);
    }
}
