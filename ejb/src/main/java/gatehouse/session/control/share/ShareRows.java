package gatehouse.session.control.share;

import gatehouse.kernel.Scope;
import gatehouse.kernel.UserId;
import gatehouse.kernel.persistence.Rows;
import gatehouse.session.entity.SessionGuest;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionShare;
import gatehouse.session.entity.ShareId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Invitations and who was invited. */
@ApplicationScoped
public class ShareRows {
    @Inject
    private Rows rows;

    public void add(SessionShare share, List<SessionGuest> guests) {
        Scope scope = new Scope(share.organisation());
        rows.in(scope).add(share);
        rows.in(scope).flush();
        guests.forEach(rows.in(scope)::add);
    }

    public Optional<SessionShare> find(Scope scope, ShareId id) {
        return rows.in(scope).find(SessionShare.class, id.value());
    }

    /** The newest first. */
    public List<SessionShare> of(Scope scope, SessionId session) {
        return rows.in(scope)
                .query(
                        SessionShare.class,
                        "select s from SessionShare s where s.organisation = :organisation and s.session = :session"
                                + " order by s.createdAt desc")
                .setParameter("session", session.value())
                .getResultList();
    }

    /** How many people have an open invitation to a session. */
    public long invited(Scope scope, SessionId session, Instant now) {
        return rows.in(scope)
                .query(
                        Long.class,
                        "select count(g) from SessionShare s, SessionGuest g where s.organisation = :organisation"
                                + " and g.share = s.id and s.session = :session and s.endedAt is null"
                                + " and s.expiresAt > :now")
                .setParameter("session", session.value())
                .setParameter("now", now)
                .getSingleResult();
    }

    /** Of all invitations to a session. */
    public List<SessionGuest> guests(Scope scope, SessionId session) {
        return rows.in(scope)
                .query(
                        SessionGuest.class,
                        "select g from SessionGuest g where g.organisation = :organisation and g.session = :session"
                                + " order by g.username")
                .setParameter("session", session.value())
                .getResultList();
    }

    public Optional<SessionGuest> guest(Scope scope, ShareId share, UserId user) {
        return rows.in(scope)
                .query(
                        SessionGuest.class,
                        "select g from SessionGuest g where g.organisation = :organisation and g.share = :share"
                                + " and g.userId = :user")
                .setParameter("share", share.value())
                .setParameter("user", user.value())
                .getResultStream()
                .findFirst();
    }

    /** Open invitations that this person has redeemed, of sessions that may still run. */
    public List<SessionShare> openTo(Scope scope, UserId user, Instant now) {
        return rows.in(scope)
                .query(
                        SessionShare.class,
                        "select s from SessionShare s, SessionGuest g where s.organisation = :organisation"
                                + " and g.share = s.id and g.userId = :user and g.redeemedAt is not null"
                                + " and g.removedAt is null and s.endedAt is null and s.expiresAt > :now"
                                + " order by s.createdAt desc")
                .setParameter("user", user.value())
                .setParameter("now", now)
                .getResultList();
    }
}
