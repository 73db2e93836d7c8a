package gatehouse.audit.control;

import gatehouse.audit.entity.AuditContent;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditFilter;
import gatehouse.audit.entity.AuditLeaf;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Scope;
import gatehouse.kernel.Uuid7;
import gatehouse.kernel.persistence.Criterion;
import gatehouse.kernel.persistence.Listing;
import gatehouse.kernel.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Rows of events. */
@ApplicationScoped
public class Leaves {
    /** What the codes of leaves are made for. */
    public static final String MAC_PURPOSE = "audit.leaf";

    private static final Listing<AuditLeaf> LISTING = new Listing<>(
            AuditLeaf.class,
            List.of("type", "actorName", "address", "fields"),
            Map.of("at", "at", "type", "type", "actor", "actorName", "address", "address"),
            new PageRequest.Order("at", true));

    private Rows rows;
    private Clock clock;

    protected Leaves() {}

    @Inject
    Leaves(Rows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** @param mac of the content hash */
    public AuditLeaf add(AuditEvent event, UnaryOperator<byte[]> mac) {
        AuditLeaf leaf = new AuditLeaf(
                Uuid7.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                event,
                AuditContent.write(event.fields()));
        byte[] hash = AuditContent.hash(leaf);
        leaf.seal(hash, mac.apply(hash));
        return rows.in(new Scope(leaf.organisation())).add(leaf);
    }

    public Optional<AuditLeaf> find(Scope scope, UUID id) {
        return rows.in(scope).find(AuditLeaf.class, id);
    }

    /** Oldest first. */
    public List<AuditLeaf> about(Scope scope, UUID subject, Set<String> types) {
        return rows.in(scope)
                .query(
                        AuditLeaf.class,
                        "select l from AuditLeaf l where l.organisation = :organisation and l.subject = :subject"
                                + " and l.type in :types order by l.at, l.id")
                .setParameter("subject", subject)
                .setParameter("types", types)
                .getResultList();
    }

    public Page<AuditLeaf> page(Scope scope, PageRequest request, AuditFilter filter) {
        return rows.in(scope).page(LISTING, request, criteria(filter));
    }

    private static List<Criterion<AuditLeaf>> criteria(AuditFilter filter) {
        List<Criterion<AuditLeaf>> criteria = new ArrayList<>();
        filter.type().ifPresent(type -> criteria.add(ofType(type)));
        filter.actor().ifPresent(actor -> criteria.add(Criterion.equal("actor", actor)));
        filter.from()
                .ifPresent(from -> criteria.add((builder, root) -> builder.greaterThanOrEqualTo(root.get("at"), from)));
        filter.until().ifPresent(until -> criteria.add((builder, root) -> builder.lessThan(root.get("at"), until)));
        return criteria;
    }

    private static Criterion<AuditLeaf> ofType(String type) {
        return type.endsWith(".")
                ? (builder, root) -> builder.equal(builder.substring(root.get("type"), 1, type.length()), type)
                : Criterion.equal("type", type);
    }
}
