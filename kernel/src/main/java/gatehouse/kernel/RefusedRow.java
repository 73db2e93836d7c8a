package gatehouse.kernel;

import java.sql.SQLException;

/** Tells a row that the database will never take, for what is in it, from every other failure. */
public final class RefusedRow {
    private static final int DEEPEST = 20;

    private RefusedRow() {}

    /** SQLSTATE class 22 is a value that cannot be stored, class 23 a broken constraint. */
    public static boolean isBehind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException refusal
                    && refusal.getSQLState() != null
                    && (refusal.getSQLState().startsWith("22")
                            || refusal.getSQLState().startsWith("23"))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
