package gatehouse.session.control.files;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.Criterion;
import gatehouse.kernel.persistence.Listing;
import gatehouse.kernel.persistence.Rows;
import gatehouse.session.entity.Transfer;
import gatehouse.session.entity.TransferFilter;
import gatehouse.session.entity.TransferId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The transfer log's table. Each line also leaves its leaf in the audit log. */
@ApplicationScoped
public class TransferRows {
    private static final Listing<Transfer> LISTING = new Listing<>(
            Transfer.class,
            List.of("path", "secondPath", "username", "assetName", "accountName", "sha256"),
            Map.of(
                    "at", "startedAt",
                    "path", "path",
                    "bytes", "bytes",
                    "username", "username",
                    "assetName", "assetName",
                    "operation", "operation",
                    "result", "outcome"),
            new PageRequest.Order("at", true));

    @Inject
    private Rows rows;

    @Inject
    private AuditLog audit;

    /** Those that are not there yet. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void add(List<Transfer> lines) {
        Set<UUID> known = known(lines);
        for (Transfer line : lines) {
            if (!known.contains(line.id().value())) {
                rows.in(new Scope(line.organisation())).add(line);
                audit.record(event(line));
            }
        }
    }

    private Set<UUID> known(List<Transfer> lines) {
        Set<UUID> known = new HashSet<>();
        lines.stream()
                .collect(Collectors.groupingBy(Transfer::organisation))
                .forEach((organisation, own) -> known.addAll(rows.in(new Scope(organisation))
                        .query(
                                UUID.class,
                                "select t.id from Transfer t where t.organisation = :organisation and t.id in :ids")
                        .setParameter(
                                "ids",
                                own.stream().map(line -> line.id().value()).toList())
                        .getResultList()));
        return known;
    }

    public Page<Transfer> page(Scope scope, TransferFilter filter, PageRequest request) {
        return rows.in(scope).page(LISTING, request, criteria(filter));
    }

    public Optional<Transfer> find(Scope scope, TransferId id) {
        return rows.in(scope).find(Transfer.class, id.value());
    }

    private static AuditEvent event(Transfer line) {
        AuditEvent.Actor actor = new AuditEvent.Actor(
                line.organisation(), line.user().value(), line.username(), line.address(), "session", new UUID(0, 0));
        return AuditEvent.of("transfer.recorded", actor)
                .with("transfer", AuditField.open(line.id()))
                .about("session", line.session().value())
                .with("asset", AuditField.open(line.asset()))
                .with("account", AuditField.open(line.accountName()))
                .with("operation", AuditField.open(line.operation()))
                .with("path", AuditField.sensitive(line.path()))
                .with("secondPath", AuditField.sensitive(line.secondPath()))
                .with("bytes", AuditField.open(line.content().bytes()))
                .with("sha256", AuditField.open(line.content().sha256().orElse("")))
                .with("outcome", AuditField.open(line.outcome()));
    }

    private static List<Criterion<Transfer>> criteria(TransferFilter filter) {
        List<Criterion<Transfer>> criteria = new ArrayList<>();
        filter.session().ifPresent(session -> criteria.add(Criterion.equal("session", session.value())));
        filter.user().ifPresent(user -> criteria.add(Criterion.equal("userId", user.value())));
        filter.asset().ifPresent(asset -> criteria.add(Criterion.equal("asset", asset.value())));
        filter.operation().ifPresent(operation -> criteria.add(Criterion.equal("operation", operation)));
        filter.outcome().ifPresent(outcome -> criteria.add(Criterion.equal("outcome", outcome)));
        filter.from()
                .ifPresent(from ->
                        criteria.add((builder, root) -> builder.greaterThanOrEqualTo(root.get("startedAt"), from)));
        filter.until()
                .ifPresent(until -> criteria.add((builder, root) -> builder.lessThan(root.get("startedAt"), until)));
        return criteria;
    }
}
