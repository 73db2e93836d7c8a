package gatehouse.identity.entity;

import gatehouse.kernel.UserId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A public key with which a user may sign in over SSH. */
@Entity
@Table(name = "identity_ssh_key")
public class SshKey {
    @Id
    private UUID id;

    private UUID userId;
    private String name;
    private String type;
    private byte[] encoded;
    private String fingerprint;
    private Instant addedAt;
    private Instant lastUsedAt;

    protected SshKey() {}

    public SshKey(SshKeyId id, UserId user, String name, OpenSshKey key, Instant addedAt) {
        this.id = id.value();
        this.userId = user.value();
        this.name = name;
        this.type = key.type();
        this.encoded = key.encoded();
        this.fingerprint = key.fingerprint();
        this.addedAt = addedAt;
    }

    public SshKeyId id() {
        return new SshKeyId(id);
    }

    public UserId user() {
        return new UserId(userId);
    }

    public String name() {
        return name;
    }

    /** For example {@code ssh-ed25519}. */
    public String type() {
        return type;
    }

    /** As on the wire (RFC 4253 section 6.6). */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** {@code SHA256:} and Base64 without padding, as OpenSSH prints it. */
    public String fingerprint() {
        return fingerprint;
    }

    public Instant addedAt() {
        return addedAt;
    }

    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }
}
