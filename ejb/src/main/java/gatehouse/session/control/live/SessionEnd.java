package gatehouse.session.control.live;

import gatehouse.kernel.ProblemException;
import gatehouse.kernel.StorableText;
import gatehouse.session.entity.Session;
import gatehouse.session.entity.SessionOutcome;
import gatehouse.session.entity.SessionProblem;
import java.util.Optional;

/**
 * How a running session came to its end.
 *
 * @param detail for people, empty when the outcome says it all
 */
public record SessionEnd(SessionOutcome outcome, String detail, Session.Traffic traffic) {
    /** Its text as every database takes it. */
    public SessionEnd inAscii() {
        return new SessionEnd(outcome, StorableText.inAscii(detail, Session.MAX_DETAIL), traffic);
    }

    /** What the code of a reason means for the row; {@code otherwise} when the target or its connector named it. */
    static SessionOutcome outcomeOf(Optional<ProblemException> reason, SessionOutcome otherwise) {
        if (reason.isPresent() && reason.get().code() instanceof SessionProblem code) {
            return switch (code) {
                case SESSION_TERMINATED, SIGN_IN_ENDED -> SessionOutcome.TERMINATED;
                case IDLE_LIMIT_REACHED -> SessionOutcome.IDLE_LIMIT;
                case DURATION_LIMIT_REACHED -> SessionOutcome.DURATION_LIMIT;
                case PERMISSION_ENDED -> SessionOutcome.PERMISSION_ENDED;
                case SERVER_STOPPING -> SessionOutcome.SERVER_STOPPED;
                default -> SessionOutcome.ABORTED;
            };
        }
        return otherwise;
    }
}
