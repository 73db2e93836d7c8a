package gatehouse.identity.entity;

import gatehouse.kernel.UserId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A link that can be used once, for half an hour at most. Only the hash of its token is here. */
@Entity
@Table(name = "identity_link")
public class OneTimeLink {
    public static final Duration LIFE = Duration.ofMinutes(30);

    public enum Purpose {
        /** Create the first administrator. */
        SETUP,
        /** Give an administrator a new password and remove the second factor. */
        RESET
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private byte[] hash;
    private UUID userId;
    private Instant expiresAt;

    protected OneTimeLink() {}

    /** @param user for whom a reset is; empty for the set-up */
    public OneTimeLink(UUID id, Purpose purpose, byte[] hash, Optional<UserId> user, Instant createdAt) {
        this.id = id;
        this.userId = user.map(UserId::value).orElse(null);
        this.purpose = purpose;
        this.hash = hash.clone();
        this.expiresAt = createdAt.plus(LIFE);
    }

    public boolean validAt(Instant instant) {
        return instant.isBefore(expiresAt);
    }

    public Optional<UserId> user() {
        return Optional.ofNullable(userId).map(UserId::new);
    }

    public Purpose purpose() {
        return purpose;
    }

    public byte[] hash() {
        return hash.clone();
    }
}
