package gatehouse.session.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Secret;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.live.LiveSessions;
import gatehouse.session.control.share.Inviters;
import gatehouse.session.control.share.ShareRows;
import gatehouse.session.control.share.ShareToken;
import gatehouse.session.entity.SessionGuest;
import gatehouse.session.entity.SessionShare;
import gatehouse.session.entity.ShareId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Invitations to running sessions, for whoever got them. */
@Stateless
public class Invitations {
    @Inject
    private ShareRows rows;

    @Inject
    private Inviters inviters;

    @Inject
    private LiveSessions live;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Uses the link up for this person (R11.40).
     *
     * @param token wiped
     * @throws ProblemException {@code SHARE_UNKNOWN, SHARE_USED}
     */
    public SessionShare redeem(Caller caller, Secret token) {
        try (token) {
            Instant now = clock.instant();
            SessionShare share = opened(caller, token, now);
            invited(caller, share).redeem(now);
            audit.record(Shares.told("session.share-redeemed", caller, share));
            return share;
        }
    }

    /**
     * What the link would open for this person, as {@link #redeem} would find it now; uses nothing up.
     *
     * @param token wiped
     * @throws ProblemException {@code SHARE_UNKNOWN, SHARE_USED}
     */
    public SessionShare look(Caller caller, Secret token) {
        try (token) {
            SessionShare share = opened(caller, token, clock.instant());
            invited(caller, share).requireNotRedeemed();
            return share;
        }
    }

    private SessionShare opened(Caller caller, Secret token, Instant now) {
        return rows.find(caller.scope(), ShareToken.idOf(token))
                .filter(found -> found.isOpenedBy(ShareToken.hash(token)) && inviters.stands(found, now))
                .orElseThrow(Shares::unknown);
    }

    private SessionGuest invited(Caller caller, SessionShare share) {
        return rows.guest(caller.scope(), share.id(), caller.user())
                .filter(guest -> !guest.removed())
                .orElseThrow(Shares::unknown);
    }

    /** One that the caller has redeemed. @throws ProblemException {@code SHARE_UNKNOWN} */
    public SessionShare require(Caller caller, ShareId id) {
        boolean guest = rows.guest(caller.scope(), id, caller.user())
                .map(SessionGuest::mayJoin)
                .orElse(false);
        return rows.find(caller.scope(), id)
                .filter(share -> guest && inviters.stands(share, clock.instant()))
                .orElseThrow(Shares::unknown);
    }

    /** Sessions that run and to which the caller was invited, once the link was redeemed. */
    public List<SessionShare> mine(Caller caller) {
        Instant now = clock.instant();
        return rows.openTo(caller.scope(), caller.user(), now).stream()
                .filter(share -> inviters.stands(share, now))
                .toList();
    }

    /** What somebody who was invited may know of the session. */
    public record Place(String person, String assetName, String accountName) {}

    /** @throws ProblemException {@code SHARE_UNKNOWN} when the session is over */
    public Place place(Caller caller, SessionShare share) {
        return live.find(caller.scope(), share.session())
                .map(LiveSession::facts)
                .map(facts -> new Place(
                        facts.caller().username(),
                        facts.target().assetName(),
                        facts.target().accountName()))
                .orElseThrow(Shares::unknown);
    }
}
