package gatehouse.kernel;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * Tells text that a database takes nowhere, not even to search for it, from every other failure: whoever sent it is told so, and nothing
 * is broken.
 */
public final class RefusedText {
    private static final int DEEPEST = 20;
    /** SQLSTATE of a character that the database does not have; for PostgreSQL that is NUL. The rest of class 22 is our own doing. */
    private static final Set<String> CHARACTERS = Set.of("22021", "22P05");

    private RefusedText() {}

    /** What to show in place of {@code failure}; empty when it has another reason. */
    public static Optional<ProblemException> in(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException refusal
                    && refusal.getSQLState() != null
                    && CHARACTERS.contains(refusal.getSQLState())) {
                return Optional.of(KernelProblem.VALUE_INVALID.problem(
                        "a text holds a character that cannot be kept, such as NUL; leave it out", failure));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
