package gatehouse.session.control.tunnel;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.Criterion;
import gatehouse.kernel.persistence.Listing;
import gatehouse.kernel.persistence.Rows;
import gatehouse.kernel.persistence.ScopedRows;
import gatehouse.session.entity.Tunnel;
import gatehouse.session.entity.TunnelFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The table of forwarded connections. Each line also leaves its leaf in the audit log. */
@ApplicationScoped
public class TunnelRows {
    private static final Listing<Tunnel> LISTING = new Listing<>(
            Tunnel.class,
            List.of("host", "username", "assetName", "accountName", "originator"),
            Map.of(
                    "startedAt", "startedAt",
                    "host", "host",
                    "username", "username",
                    "assetName", "assetName",
                    "sentBytes", "sentBytes",
                    "receivedBytes", "receivedBytes"),
            new PageRequest.Order("startedAt", true));

    @Inject
    private Rows rows;

    @Inject
    private AuditLog audit;

    /** Once: it may be there already, by an attempt whose answer the database still owes. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void add(Tunnel line, String address) {
        ScopedRows own = rows.in(new Scope(line.organisation()));
        if (own.find(Tunnel.class, line.id().value()).isPresent()) {
            return;
        }
        own.add(line);
        audit.record(event(line, address));
    }

    private static AuditEvent event(Tunnel line, String address) {
        AuditEvent.Actor actor = new AuditEvent.Actor(
                line.organisation(), line.user().value(), line.username(), address, "session", new UUID(0, 0));
        return AuditEvent.of("session.tunnel-closed", actor)
                .with("tunnel", AuditField.open(line.id()))
                .about("session", line.session().value())
                .with("asset", AuditField.open(line.asset()))
                .with("account", AuditField.open(line.accountName()))
                .with("direction", AuditField.open(line.way().direction()))
                .with("host", AuditField.open(line.way().host()))
                .with("port", AuditField.open(line.way().port()))
                .with("sent-bytes", AuditField.open(line.span().traffic().input()))
                .with("received-bytes", AuditField.open(line.span().traffic().output()));
    }

    public Page<Tunnel> page(Scope scope, TunnelFilter filter, PageRequest request) {
        List<Criterion<Tunnel>> criteria = new ArrayList<>();
        filter.session().ifPresent(session -> criteria.add(Criterion.equal("session", session.value())));
        filter.user().ifPresent(user -> criteria.add(Criterion.equal("userId", user.value())));
        filter.asset().ifPresent(asset -> criteria.add(Criterion.equal("asset", asset.value())));
        filter.from()
                .ifPresent(from ->
                        criteria.add((builder, root) -> builder.greaterThanOrEqualTo(root.get("startedAt"), from)));
        filter.until()
                .ifPresent(until -> criteria.add((builder, root) -> builder.lessThan(root.get("startedAt"), until)));
        return rows.in(scope).page(LISTING, request, criteria);
    }
}
