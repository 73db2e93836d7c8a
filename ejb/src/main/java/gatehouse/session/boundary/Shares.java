package gatehouse.session.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.boundary.Directory;
import gatehouse.identity.entity.Person;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.Action;
import gatehouse.session.control.SessionRows;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.live.LiveSessions;
import gatehouse.session.control.share.ShareRows;
import gatehouse.session.control.share.ShareToken;
import gatehouse.session.entity.Invitation;
import gatehouse.session.entity.SessionGuest;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.SessionRight;
import gatehouse.session.entity.SessionShare;
import gatehouse.session.entity.ShareAccess;
import gatehouse.session.entity.ShareEnded;
import gatehouse.session.entity.ShareId;
import gatehouse.session.entity.SharingRules;
import gatehouse.setting.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Invitations to running sessions, for whoever gives them and takes them back. */
@Stateless
public class Shares {
    private static final int MOST_FOUND = 5;

    @Inject
    private ShareRows rows;

    @Inject
    private SessionRows sessions;

    @Inject
    private LiveSessions live;

    @Inject
    private Event<ShareEnded> ended;

    @Inject
    private Directory directory;

    @Inject
    private Settings settings;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** @param token shown once; the receiver closes it */
    public record Issued(SessionShare share, List<SessionGuest> guests, Secret token) {}

    /** An invitation and who it is for. */
    public record Listed(SessionShare share, List<SessionGuest> guests) {}

    /** @throws ProblemException {@code SESSION_UNKNOWN, SHARE_DENIED, SHARE_INVALID, RIGHT_MISSING} */
    public Issued invite(Caller caller, SessionId id, Invitation wanted) {
        LiveSession session = requireShareable(caller, id);
        boolean owner = isOwner(caller, session);
        if (!owner && wanted.access() == ShareAccess.WRITE) {
            throw SessionProblem.SHARE_DENIED.problem(
                    "only " + session.facts().caller().username()
                            + " may let others type in this session; you may let them look");
        }
        Instant now = clock.instant();
        settings.get(SharingRules.class).requireWithin(wanted, rows.invited(caller.scope(), id, now));
        ShareId share = ShareId.next();
        Secret token = ShareToken.next(share);
        SessionShare row = new SessionShare(
                share,
                id,
                new SessionShare.Inviter(
                        caller.organisation(),
                        caller.user(),
                        caller.username(),
                        owner,
                        now,
                        end(session, owner, now.plus(wanted.open()))),
                wanted.access(),
                ShareToken.hash(token));
        List<SessionGuest> guests = wanted.people().stream()
                .map(user -> new SessionGuest(row, requireInvitable(caller, session, user)))
                .toList();
        rows.add(row, guests);
        session.shared();
        List<String> names = guests.stream().map(SessionGuest::username).toList();
        audit.record(told("session.shared", caller, row)
                .with("access", AuditField.open(row.access()))
                .with("people", AuditField.open(names))
                .with("until", AuditField.open(row.expiresAt())));
        session.notice(caller.username() + " invited " + String.join(", ", names) + " to "
                + (row.access() == ShareAccess.WRITE ? "type in" : "look at") + " this session.");
        return new Issued(row, guests, token);
    }

    /** No later than the right to share. */
    private static Instant end(LiveSession session, boolean owner, Instant wanted) {
        return owner
                ? session.allowedUntil(Action.SHARE).filter(wanted::isAfter).orElse(wanted)
                : wanted;
    }

    /** R11.41 */
    private LiveSession requireShareable(Caller caller, SessionId id) {
        LiveSession session = live.require(caller.scope(), id);
        settings.get(SharingRules.class).requireAllowed();
        if (!isOwner(caller, session)) {
            caller.require(SessionRight.SHARE);
        } else if (!session.allows(Action.SHARE, clock.instant())) {
            throw SessionProblem.SHARE_DENIED.problem("your permission for this asset does not allow sharing");
        }
        if (!session.hasTerminal()) {
            throw SessionProblem.SHARE_INVALID.problem("only a session with a terminal can be shared");
        }
        return session;
    }

    private static boolean isOwner(Caller caller, LiveSession session) {
        return session.facts().caller().user().equals(caller.user());
    }

    private Person requireInvitable(Caller caller, LiveSession session, UserId user) {
        return directory
                .find(caller, user)
                .filter(person -> isInvitable(caller, session, person))
                .orElseThrow(() -> SessionProblem.SHARE_INVALID.problem(
                        "people who are invited must be active users, and not you or whose session it is"));
    }

    private static boolean isInvitable(Caller caller, LiveSession session, Person person) {
        return !person.id().equals(session.facts().caller().user())
                && !person.id().equals(caller.user());
    }

    /** Whom the caller may invite to this session: a few who are named like that, or begin like that (R11.44). */
    public List<Person> people(Caller caller, SessionId id, String text) {
        LiveSession session = requireShareable(caller, id);
        return directory.search(caller, text, MOST_FOUND).stream()
                .filter(person -> isInvitable(caller, session, person))
                .toList();
    }

    /** Of a session that the caller may see, also when it is over. */
    public List<Listed> list(Caller caller, SessionId id) {
        requireVisible(caller, id);
        List<SessionGuest> guests = rows.guests(caller.scope(), id);
        return rows.of(caller.scope(), id).stream()
                .map(share -> listed(share, guests))
                .toList();
    }

    private void requireVisible(Caller caller, SessionId id) {
        boolean visible = sessions.find(caller.scope(), id)
                .map(session -> session.user().equals(caller.user()) || caller.may(SessionRight.VIEW))
                .orElse(false);
        if (!visible) {
            throw SessionProblem.SESSION_UNKNOWN.problem("no such session");
        }
    }

    private static Listed listed(SessionShare share, List<SessionGuest> guests) {
        return new Listed(
                share,
                guests.stream()
                        .filter(guest -> guest.share().equals(share.id()))
                        .toList());
    }

    /** Takes it back: its guests go at once. */
    public void revoke(Caller caller, SessionId session, ShareId id) {
        SessionShare share = requireOwn(caller, session, id);
        share.end(caller.username(), clock.instant());
        audit.record(told("session.share-revoked", caller, share));
        ended.fire(
                new ShareEnded(session, id, Optional.empty(), "the invitation was taken back by " + caller.username()));
    }

    /** One guest goes and does not come back; the others stay. */
    public void removeGuest(Caller caller, SessionId session, ShareId id, UserId user) {
        SessionShare share = requireOwn(caller, session, id);
        SessionGuest guest = rows.guest(caller.scope(), id, user).orElseThrow(Shares::unknown);
        guest.remove(clock.instant());
        audit.record(told("session.guest-removed", caller, share).with("guest", AuditField.open(guest.username())));
        ended.fire(new ShareEnded(session, id, Optional.of(user), "taken off the list by " + caller.username()));
    }

    /** Of one's own session, or one's own invitation, or by right. */
    private SessionShare requireOwn(Caller caller, SessionId session, ShareId id) {
        SessionShare share = rows.find(caller.scope(), id)
                .filter(found -> found.session().equals(session))
                .orElseThrow(Shares::unknown);
        boolean owner = live.find(caller.scope(), session)
                .map(running -> isOwner(caller, running))
                .orElse(false);
        if (!owner && !share.createdBy().equals(caller.user())) {
            caller.require(SessionRight.SHARE);
        }
        return share;
    }

    static AuditEvent told(String type, Caller caller, SessionShare share) {
        return AuditEvent.of(type, caller)
                .about("session", share.session().value())
                .with("share", AuditField.open(share.id()));
    }

    static ProblemException unknown() {
        return SessionProblem.SHARE_UNKNOWN.problem("this invitation is not valid, or not for you; ask for a new one");
    }
}
