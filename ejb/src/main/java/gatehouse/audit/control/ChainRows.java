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
import java.util.UUID;

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

    /** When the last event that has a place happened; the epoch when none has. */
    Instant lastSequenced() {
        return entities.createQuery(
                        "select l.at from AuditLeaf l join AuditPosition p on p.leaf = l.id order by p.position desc",
                        Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(Instant.EPOCH);
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

    Optional<AuditPosition> find(long position) {
        return Optional.ofNullable(entities.find(AuditPosition.class, position));
    }

    Optional<AuditPosition> findPosition(UUID leaf) {
        return entities.createQuery("select p from AuditPosition p where p.leaf = :leaf", AuditPosition.class)
                .setParameter("leaf", leaf)
                .getResultStream()
                .findFirst();
    }

    /** The first that covers {@code position}. */
    Optional<AuditHead> findHead(long position) {
        return entities.createQuery(
                        "select h from AuditHead h where h.position >= :position order by h.position", AuditHead.class)
                .setParameter("position", position)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** A place and what its leaf says of its own content. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Link(AuditPosition place, byte[] contentHash) {}

    /** In order, both ends included; at most as many as one head covers. */
    List<Link> listLinks(long from, long to) {
        return entities.createQuery(
                        "select p, l.contentHash from AuditPosition p join AuditLeaf l on l.id = p.leaf"
                                + " where p.position between :from and :to order by p.position",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(Sequence.MOST)
                .getResultStream()
                .map(row -> new Link((AuditPosition) row[0], (byte[]) row[1]))
                .toList();
    }

    public void add(AuditPosition position) {
        entities.persist(position);
    }

    public void add(AuditHead head) {
        entities.persist(head);
    }
}
