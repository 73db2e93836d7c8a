package gatehouse.session.control.live;

import gatehouse.session.entity.SessionLimits;
import gatehouse.session.entity.SessionProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Warns a session before its limits and ends it at them. Not thread-safe: one clock ticks. */
final class Countdown {
    private enum Limit {
        IDLE(SessionProblem.IDLE_LIMIT_REACHED, "because nothing was typed"),
        DURATION(SessionProblem.DURATION_LIMIT_REACHED, "because it has reached the longest duration"),
        PERMISSION(SessionProblem.PERMISSION_ENDED, "because the permission for it ends");

        private final SessionProblem problem;
        private final String because;

        Limit(SessionProblem problem, String because) {
            this.problem = problem;
            this.because = because;
        }
    }

    private final LiveSession session;
    private final Set<Limit> warned = EnumSet.noneOf(Limit.class);

    Countdown(LiveSession session) {
        this.session = session;
    }

    void tick(SessionLimits limits, Instant now) {
        if (session.facts().hasTerminal()) {
            check(Limit.IDLE, limits.idle().minus(session.idle()), limits.warning());
        }
        check(Limit.DURATION, limits.longest().minus(session.elapsed()), limits.warning());
        check(Limit.PERMISSION, Duration.between(now, session.until()), limits.warning());
    }

    private void check(Limit limit, Duration left, Duration warning) {
        if (session.isOver()) {
            return;
        }
        if (!left.isPositive()) {
            session.end(limit.problem.problem("The session was ended " + limit.because + "."));
        } else if (left.compareTo(warning) > 0) {
            warned.remove(limit);
        } else if (warned.add(limit)) {
            session.notice("This session ends in " + (left.toSeconds() + 1) + " seconds, " + limit.because + ".");
        }
    }
}
