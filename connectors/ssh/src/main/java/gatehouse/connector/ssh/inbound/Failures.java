package gatehouse.connector.ssh.inbound;

import gatehouse.connector.ssh.SshLog;
import gatehouse.connector.ssh.SshProblem;
import gatehouse.kernel.ProblemException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What a person may see of a failure. */
final class Failures {
    private Failures() {}

    /** Problems as they are; anything else is a defect: logged, shown without its message. */
    static ProblemException shown(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ProblemException problem) {
            return problem;
        }
        SshLog.LOG.unexpected(cause);
        return SshProblem.INTERNAL.problem(
                "an internal error ended this connection; the server's log says more", cause);
    }
}
