package gatehouse.web.session;

import gatehouse.kernel.DatabaseOutage;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.RefusedText;
import gatehouse.session.entity.SessionProblem;

/** What a browser is told of a failure: it waits for an answer, whatever broke. */
final class SocketFailure {
    private static final int DEEPEST = 12;

    private SocketFailure() {}

    /** The problem behind {@code failure}; a defect is logged and told without its message. */
    static ProblemException problem(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            cause = cause.getCause();
        }
        return DatabaseOutage.in(failure).or(() -> RefusedText.in(failure)).orElseGet(() -> {
            WebSessionLog.LOG.socketBroken(failure);
            return SessionProblem.SESSION_BROKEN.problem("Gatehouse failed; its log says why", failure);
        });
    }
}
