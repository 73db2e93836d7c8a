package gatehouse.session.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * An invitation to a running session, for the people who are named as its guests. Life: open, then over because somebody took it
 * back, because its time has passed or because its session ended. The link's token is kept as its SHA-256.
 */
@Entity
@Table(name = "session_share")
public class SessionShare implements Owned {
    @Id
    private UUID id;

    private UUID organisation;
    private UUID session;

    @Enumerated(EnumType.STRING)
    private ShareAccess access;

    private UUID createdBy;
    private String createdByName;
    private boolean byOwner;
    private Instant createdAt;
    private Instant expiresAt;
    private Instant endedAt;
    private String endedByName;
    private byte[] tokenHash;

    protected SessionShare() {}

    public SessionShare(ShareId id, SessionId session, Inviter by, ShareAccess access, byte[] tokenHash) {
        this.id = id.value();
        this.organisation = by.organisation().value();
        this.session = session.value();
        this.access = access;
        this.createdBy = by.user().value();
        this.createdByName = by.name();
        this.byOwner = by.owner();
        this.createdAt = by.at().truncatedTo(ChronoUnit.MICROS);
        this.expiresAt = by.until().truncatedTo(ChronoUnit.MICROS);
        this.endedByName = "";
        this.tokenHash = tokenHash.clone();
    }

    /**
     * Who invites, when, and until when.
     *
     * @param owner the session is theirs
     */
    public record Inviter(
            OrganisationId organisation, UserId user, String name, boolean owner, Instant at, Instant until) {}

    /** Taken back; nothing changes when it is over already. */
    public void end(String by, Instant at) {
        if (endedAt == null) {
            endedAt = at.truncatedTo(ChronoUnit.MICROS);
            endedByName = by;
        }
    }

    public boolean isOpen(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    /** In constant time. */
    public boolean isOpenedBy(byte[] hash) {
        return MessageDigest.isEqual(tokenHash, hash);
    }

    public ShareId id() {
        return new ShareId(id);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public SessionId session() {
        return new SessionId(session);
    }

    public ShareAccess access() {
        return access;
    }

    public UserId createdBy() {
        return new UserId(createdBy);
    }

    public String createdByName() {
        return createdByName;
    }

    public boolean byOwner() {
        return byOwner;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Who took it back; empty when nobody did. */
    public String endedByName() {
        return endedByName;
    }
}
