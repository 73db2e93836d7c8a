package gatehouse.keyring.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A key of one owner and month, wrapped by the master key. Never changed; old ones stay as long as something is sealed under them. */
@Entity
@Table(name = "keyring_key_encryption_key")
public class KeyEncryptionKey {
    @Id
    private UUID id;

    private UUID owner;
    private String month;
    private byte[] wrapped;
    private Instant createdAt;

    protected KeyEncryptionKey() {}

    /**
     * @param owner organisation, or the nil UUID for what belongs to none
     * @param month as {@code 2026-11}, in UTC
     */
    public KeyEncryptionKey(UUID id, UUID owner, String month, byte[] wrapped, Instant createdAt) {
        this.id = id;
        this.owner = owner;
        this.month = month;
        this.wrapped = wrapped.clone();
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public UUID owner() {
        return owner;
    }

    public String month() {
        return month;
    }

    public byte[] wrapped() {
        return wrapped.clone();
    }

    public Instant createdAt() {
        return createdAt;
    }
}
