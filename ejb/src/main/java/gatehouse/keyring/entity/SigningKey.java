package gatehouse.keyring.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An Ed25519 key pair; the newest signs, the older ones stay for verification. */
@Entity
@Table(name = "keyring_signing_key")
public class SigningKey {
    @Id
    private UUID id;

    private byte[] publicKey;
    private byte[] sealedPrivateKey;
    private Instant createdAt;

    protected SigningKey() {}

    /** @param publicKey X.509 SubjectPublicKeyInfo (RFC 8410) */
    public SigningKey(UUID id, byte[] publicKey, Sealed sealedPrivateKey, Instant createdAt) {
        this.id = id;
        this.publicKey = publicKey.clone();
        this.sealedPrivateKey = sealedPrivateKey.bytes();
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    public Sealed sealedPrivateKey() {
        return new Sealed(sealedPrivateKey);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
