package gatehouse.audit.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Who may do what only one server may do, until when. */
@Entity
@Table(name = "audit_lease")
public class AuditLease {
    @Id
    private String name;

    private String holder;
    private Instant until;

    protected AuditLease() {}

    public AuditLease(String name, String holder, Instant until) {
        this.name = name;
        this.holder = holder;
        this.until = until;
    }

    /** @return false when somebody else holds it still */
    public boolean take(String candidate, Instant now, Instant newUntil) {
        if (!holder.equals(candidate) && now.isBefore(until)) {
            return false;
        }
        holder = candidate;
        until = newUntil;
        return true;
    }

    public String name() {
        return name;
    }
}
