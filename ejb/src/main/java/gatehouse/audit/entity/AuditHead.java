package gatehouse.audit.entity;

import gatehouse.keyring.entity.Signature;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A signed statement: up to this position the log is so. */
@Entity
@Table(name = "audit_head")
public class AuditHead {
    @Id
    private long position;

    private byte[] chainHash;
    private Instant signedAt;
    private UUID signingKey;
    private byte[] signature;

    protected AuditHead() {}

    /** @param signedAt whole milliseconds: they are part of what was signed */
    public AuditHead(AuditPosition last, Instant signedAt, Signature signature) {
        this.position = last.position();
        this.chainHash = last.chainHash();
        this.signedAt = signedAt;
        this.signingKey = signature.key();
        this.signature = signature.bytes();
    }

    public long position() {
        return position;
    }

    public byte[] chainHash() {
        return chainHash.clone();
    }

    public Instant signedAt() {
        return signedAt;
    }

    public Signature signature() {
        return new Signature(signingKey, signature);
    }
}
