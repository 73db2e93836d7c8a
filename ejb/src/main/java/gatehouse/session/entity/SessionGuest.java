package gatehouse.session.entity;

import gatehouse.identity.entity.Person;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import gatehouse.kernel.Uuid7;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * One person who was invited to a session. Life: invited; redeemed, once, by the link; then there and gone as often as they like, until
 * they are removed or the invitation is over.
 */
@Entity
@Table(name = "session_guest")
public class SessionGuest implements Owned {
    @Id
    private UUID id;

    private UUID organisation;
    private UUID share;
    private UUID session;
    private UUID userId;
    private String username;
    private Instant redeemedAt;
    private Instant joinedAt;
    private Instant leftAt;
    private Instant removedAt;
    private long typedBytes;

    /** Of two who redeem at the same moment one loses. */
    @Version
    private int version;

    protected SessionGuest() {}

    public SessionGuest(SessionShare share, Person person) {
        this.id = Uuid7.next();
        this.organisation = share.organisation().value();
        this.share = share.id().value();
        this.session = share.session().value();
        this.userId = person.id().value();
        this.username = person.username();
    }

    /** @throws gatehouse.kernel.ProblemException {@code SHARE_USED} */
    public void redeem(Instant at) {
        requireNotRedeemed();
        redeemedAt = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** @throws gatehouse.kernel.ProblemException {@code SHARE_USED} */
    public void requireNotRedeemed() {
        if (redeemedAt != null) {
            throw SessionProblem.SHARE_USED.problem(
                    "you have used this link already; until the invitation ends you come back to the session without it");
        }
    }

    public boolean mayJoin() {
        return redeemedAt != null && removedAt == null;
    }

    public void joined(Instant at) {
        joinedAt = at.truncatedTo(ChronoUnit.MICROS);
        leftAt = null;
    }

    public void left(Instant at, long typed) {
        leftAt = at.truncatedTo(ChronoUnit.MICROS);
        typedBytes += typed;
    }

    public void remove(Instant at) {
        removedAt = at.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public ShareId share() {
        return new ShareId(share);
    }

    public SessionId session() {
        return new SessionId(session);
    }

    public UserId user() {
        return new UserId(userId);
    }

    public String username() {
        return username;
    }

    public boolean removed() {
        return removedAt != null;
    }

    /** When they came last. */
    public Optional<Instant> joinedAt() {
        return Optional.ofNullable(joinedAt);
    }

    /** When they went last; empty while they are there. */
    public Optional<Instant> leftAt() {
        return Optional.ofNullable(leftAt);
    }

    /** In all. */
    public long typedBytes() {
        return typedBytes;
    }
}
