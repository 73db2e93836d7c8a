package gatehouse.session.control.live;

import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.kernel.Caller;
import gatehouse.kernel.UserId;
import gatehouse.session.control.SessionLog;
import gatehouse.session.entity.SessionRight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Sends watchers away who may not watch any more (R11.25). That their sign-in ended is told to their client by itself; its age and
 * idleness end nothing.
 */
@ApplicationScoped
public class Lookout {
    private LiveSessions live;
    private Factors factors;
    private final AtomicBoolean failing = new AtomicBoolean();

    protected Lookout() {}

    @Inject
    Lookout(LiveSessions live, Factors factors) {
        this.live = live;
        this.factors = factors;
    }

    /** Called every few seconds: finds what no news told of, here or on another server. Waits for the database. */
    public void look() {
        look(user -> true);
    }

    /** This person's rights are others now. */
    public void look(UserId user) {
        look(user::equals);
    }

    private void look(Predicate<UserId> which) {
        for (LiveSession session : live.list()) {
            for (Watching watching : session.watchings()) {
                if (which.test(watching.caller().user())) {
                    look(session, watching);
                }
            }
        }
    }

    /** One that there is no answer for is asked about again, and keeps no other from being sent away. */
    private void look(LiveSession session, Watching watching) {
        try {
            if (!mayWatch(session, watching.caller())) {
                watching.end("you may not watch this session any more");
            }
            failing.set(false);
        } catch (RuntimeException e) {
            told(e);
        }
    }

    /** Once, not every few seconds for as long as the database is away. */
    private void told(RuntimeException failure) {
        if (failing.compareAndSet(false, true)) {
            SessionLog.LOG.watchersNotAsked(failure);
        }
    }

    private boolean mayWatch(LiveSession session, Caller caller) {
        boolean mayWork = factors.find(caller.user())
                .filter(Candidate::usable)
                .filter(person -> !person.passwordMustChange())
                .isPresent();
        boolean own = session.facts().caller().user().equals(caller.user());
        return mayWork && (own || factors.rightsOf(caller.user()).contains(SessionRight.WATCH.code()));
    }
}
