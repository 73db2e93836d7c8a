package gatehouse.kernel;

import java.util.UUID;

/** Reads identifiers that came from outside. */
public final class Uuids {
    private Uuids() {}

    /** @throws ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID in its 36-character form (RFC 9562 section 4) */
    public static UUID parse(String text) {
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            throw KernelProblem.VALUE_INVALID.problem("not a UUID", e);
        }
        throw KernelProblem.VALUE_INVALID.problem("not a UUID");
    }
}
