package gatehouse.identity.entity;

import gatehouse.kernel.UserId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Lets a script call the API as its user. The token itself was shown once; only its hash is here. */
@Entity
@Table(name = "identity_token")
public class BearerToken {
    @Id
    private UUID id;

    private UUID userId;
    private String name;
    private byte[] hash;
    private Instant createdAt;
    private Instant expiresAt;
    private Instant lastUsedAt;

    protected BearerToken() {}

    public BearerToken(TokenId id, UserId user, String name, byte[] hash, Instant createdAt, Instant expiresAt) {
        this.id = id.value();
        this.userId = user.value();
        this.name = name;
        this.hash = hash.clone();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    public boolean validAt(Instant instant) {
        return instant.isBefore(expiresAt);
    }

    public TokenId id() {
        return new TokenId(id);
    }

    public UserId user() {
        return new UserId(userId);
    }

    public String name() {
        return name;
    }

    /** SHA-256 of the token. */
    public byte[] hash() {
        return hash.clone();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }
}
