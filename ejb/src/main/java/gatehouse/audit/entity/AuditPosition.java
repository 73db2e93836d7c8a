package gatehouse.audit.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The place of a leaf in the order; positions begin with 1 and have no gaps. */
@Entity
@Table(name = "audit_position")
public class AuditPosition {
    @Id
    private long position;

    private UUID leaf;
    private byte[] chainHash;

    protected AuditPosition() {}

    public AuditPosition(long position, UUID leaf, byte[] chainHash) {
        this.position = position;
        this.leaf = leaf;
        this.chainHash = chainHash.clone();
    }

    public long position() {
        return position;
    }

    public UUID leaf() {
        return leaf;
    }

    public byte[] chainHash() {
        return chainHash.clone();
    }
}
