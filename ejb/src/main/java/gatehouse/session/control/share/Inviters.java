package gatehouse.session.control.share;

import gatehouse.identity.boundary.Factors;
import gatehouse.kernel.Scope;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.Action;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.live.LiveSessions;
import gatehouse.session.entity.SessionRight;
import gatehouse.session.entity.SessionShare;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Whether those who invited may still do so: an invitation is worth no more than their right to give it (R11.42). */
@ApplicationScoped
public class Inviters {
    private LiveSessions live;
    private Factors factors;

    protected Inviters() {}

    @Inject
    public Inviters(LiveSessions live, Factors factors) {
        this.live = live;
        this.factors = factors;
    }

    /** Open, to a session that runs, by somebody who could give it now. */
    public boolean stands(SessionShare share, Instant now) {
        return share.isOpen(now)
                && live.find(new Scope(share.organisation()), share.session())
                        .map(session -> mayShare(session, share, now))
                        .orElse(false);
    }

    private boolean mayShare(LiveSession session, SessionShare share, Instant now) {
        return share.byOwner() ? session.allows(Action.SHARE, now) : mayByRight(share.createdBy());
    }

    private boolean mayByRight(UserId user) {
        return factors.find(user).filter(person -> !person.passwordMustChange()).isPresent()
                && factors.rightsOf(user).contains(SessionRight.SHARE.code());
    }
}
