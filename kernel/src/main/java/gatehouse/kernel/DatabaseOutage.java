package gatehouse.kernel;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/**
 * Tells a database that is away from every other failure: nobody did anything wrong, nothing is broken, and it passes. The edges show
 * it as a problem of its own instead of a defect.
 */
public final class DatabaseOutage {
    private static final int DEEPEST = 20;
    private static final String TEXT = "the database of Gatehouse does not answer at the moment; try again in a minute";

    private DatabaseOutage() {}

    /** What to show in place of {@code failure}; empty when no database is behind it. */
    public static Optional<ProblemException> in(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException refusal && isOutage(refusal)) {
                return Optional.of(KernelProblem.DATABASE_UNAVAILABLE.problem(TEXT, failure));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** For whoever knows it without having asked. */
    public static ProblemException known() {
        return KernelProblem.DATABASE_UNAVAILABLE.problem(TEXT);
    }

    /** {@code failure} itself, or what {@link #in} makes of it. */
    public static RuntimeException shown(RuntimeException failure) {
        return in(failure).<RuntimeException>map(problem -> problem).orElse(failure);
    }

    /**
     * SQLSTATE class 08 is the connection, 57P01 to 57P03 PostgreSQL going down or coming up; a pool that has no connection to give
     * says so by a {@link ResourceException}.
     */
    private static boolean isOutage(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return state.startsWith("08")
                || state.startsWith("57P0")
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure.getCause() instanceof ResourceException;
    }
}
