package gatehouse.session.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.kernel.Caller;
import gatehouse.session.control.share.Inviters;
import gatehouse.session.control.share.ShareRows;
import gatehouse.session.entity.SessionGuest;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.SessionShare;
import gatehouse.session.entity.ShareEnded;
import gatehouse.session.entity.ShareId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Writes down who comes to shared sessions and goes, each step in its own transaction together with its audit event. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ShareBook {
    private static final String LAPSED = "the permission to share this session has ended";

    @Inject
    private ShareRows rows;

    @Inject
    private Inviters inviters;

    @Inject
    private Event<ShareEnded> ended;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** Redeemed, still open, and not removed. @throws gatehouse.kernel.ProblemException {@code SHARE_UNKNOWN} */
    public SessionShare joined(Caller guest, ShareId id) {
        Instant now = clock.instant();
        SessionShare share = rows.find(guest.scope(), id)
                .filter(found -> inviters.stands(found, now))
                .orElseThrow(Shares::unknown);
        row(guest, id).joined(now);
        audit.record(Shares.told("session.guest-joined", guest, share).with("access", AuditField.open(share.access())));
        return share;
    }

    private SessionGuest row(Caller guest, ShareId id) {
        return rows.guest(guest.scope(), id, guest.user())
                .filter(SessionGuest::mayJoin)
                .orElseThrow(Shares::unknown);
    }

    /** @param typed bytes since they came */
    public void left(Caller guest, ShareId id, long typed) {
        SessionGuest row = rows.guest(guest.scope(), id, guest.user())
                .orElseThrow(() -> SessionProblem.SHARE_UNKNOWN.problem("there is no such guest"));
        row.left(clock.instant(), typed);
        audit.record(AuditEvent.of("session.guest-left", guest)
                .about("session", row.session().value())
                .with("share", AuditField.open(id))
                .with("typed-bytes", AuditField.open(typed)));
    }

    /**
     * After rights have changed: ends invitations to a session whose inviters may not give them any more, and sends their guests away.
     *
     * @param owner whose session it is
     */
    public void recheck(Caller owner, SessionId session) {
        Instant now = clock.instant();
        rows.of(owner.scope(), session).stream()
                .filter(share -> share.isOpen(now) && !inviters.stands(share, now))
                .forEach(share -> lapse(owner, share, now));
    }

    private void lapse(Caller owner, SessionShare share, Instant now) {
        share.end("", now);
        audit.record(Shares.told("session.share-lapsed", owner, share)
                .with("invited-by", AuditField.open(share.createdByName())));
        ended.fire(new ShareEnded(share.session(), share.id(), Optional.empty(), LAPSED));
    }
}
