package gatehouse.access.entity;

import gatehouse.identity.entity.Candidate;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A sign-in, from its first moment to its end. Life cycle: open → ended (signed out, idle, longest duration reached, user disabled,
 * ended by an administrator, connection closed); an ended one never opens again.
 */
@Entity
@Table(name = "access_sign_in")
public class SignInRecord implements Owned {
    @Id
    private UUID id;

    private UUID organisation;
    private UUID userId;
    private String username;
    private String address;
    private String channel;
    private String client;
    private String node;
    private byte[] cookieHash;
    private Instant startedAt;
    private Instant lastUsedAt;
    private Instant endsAt;
    private Instant endedAt;
    private String endReason;

    protected SignInRecord() {}

    /**
     * @param endsAt at the latest; empty when the connection that carries the sign-in decides
     * @param node the server's node name
     */
    public SignInRecord(
            SignInId id, Candidate who, SignInOrigin origin, Instant startedAt, Optional<Instant> endsAt, String node) {
        this.id = id.value();
        this.organisation = who.organisation().value();
        this.userId = who.user().value();
        this.username = who.username();
        this.address = origin.address();
        this.channel = origin.channel();
        this.client = origin.client();
        this.node = node;
        this.startedAt = startedAt;
        this.lastUsedAt = startedAt;
        this.endsAt = endsAt.orElse(null);
    }

    /** @param hash of the browser's cookie */
    public void carriedBy(byte[] hash) {
        cookieHash = hash.clone();
    }

    public void usedAt(Instant instant) {
        lastUsedAt = instant;
    }

    /** Has no effect on a sign-in that has ended. */
    public void end(Instant at, String reason) {
        if (endedAt == null) {
            endedAt = at;
            endReason = reason;
        }
    }

    public SignInId id() {
        return new SignInId(id);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public UserId user() {
        return new UserId(userId);
    }

    public String username() {
        return username;
    }

    public SignInOrigin origin() {
        return new SignInOrigin(channel, address, client);
    }

    /** Which server opened it. */
    public String node() {
        return node;
    }

    /** Whether a browser's cookie stands for it. */
    public boolean inBrowser() {
        return cookieHash != null;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** To the minute: more would mean a write for every request. */
    public Instant lastUsedAt() {
        return lastUsedAt;
    }

    public Optional<Instant> endsAt() {
        return Optional.ofNullable(endsAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<String> endReason() {
        return Optional.ofNullable(endReason);
    }
}
