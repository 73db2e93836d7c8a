package gatehouse.audit.control;

import gatehouse.audit.entity.AuditHead;
import gatehouse.audit.entity.AuditLeaf;
import gatehouse.audit.entity.AuditLease;
import gatehouse.audit.entity.AuditPosition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of the chain, over the leaves of all organisations. */
@ApplicationScoped
public class ChainRows {
    private static final String LEASE = "sequencer";
    private static final Duration HELD = Duration.ofSeconds(10);

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entities;

    protected ChainRows() {}

    ChainRows(EntityManager entities) {
        this.entities = entities;
    }

    /** The row lock makes two servers that try at once come one after the other. */
    public boolean takeLease(String holder, Instant now) {
        AuditLease lease = entities.find(AuditLease.class, LEASE, LockModeType.PESSIMISTIC_WRITE);
        if (lease == null) {
            entities.persist(new AuditLease(LEASE, holder, now.plus(HELD)));
            entities.flush();
            return true;
        }
        return lease.take(holder, now, now.plus(HELD));
    }

    public Optional<AuditPosition> findLast() {
        return entities.createQuery("select p from AuditPosition p order by p.position desc", AuditPosition.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /**
     * Oldest first.
     *
     * @param since leaves that are older have their position
     */
    public List<AuditLeaf> listUnsequenced(Instant since, int most) {
        return entities.createQuery(
                        "select l from AuditLeaf l where l.at >= :since and not exists"
                                + " (select 1 from AuditPosition p where p.leaf = l.id) order by l.id",
                        AuditLeaf.class)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    public void add(AuditPosition position) {
        entities.persist(position);
    }

    public void add(AuditHead head) {
        entities.persist(head);
    }
}
