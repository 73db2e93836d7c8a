package gatehouse.inventory.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.inventory.control.GatewayRows;
import gatehouse.inventory.entity.Gateway;
import gatehouse.inventory.entity.GatewayFinding;
import gatehouse.inventory.entity.GatewayId;
import gatehouse.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of gateways, for those who reach them. No right is asked; each call is a transaction of its own (R6.8). */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class GatewayHealth {
    @Inject
    private GatewayRows rows;

    @Inject
    private AuditLog audit;

    /** The active gateways that assets need. */
    public List<Gateway> serving(Caller caller) {
        return rows.serving(caller.scope());
    }

    /** @return whether the caller is to look at it now: of several servers one is, when nobody has since {@code before} */
    public boolean claim(Caller caller, GatewayId gateway, Instant before) {
        return rows.claim(caller.scope(), gateway, before);
    }

    /** Remembered for the next who goes that way. That a gateway fails, or answers again, is told once. */
    public void found(Caller caller, GatewayId gateway, GatewayFinding finding, GatewayFinding.Source source) {
        rows.found(caller.scope(), gateway, finding, source)
                .flatMap(before -> type(before, finding.health()))
                .ifPresent(type -> tell(type, caller, rows.require(caller.scope(), gateway), finding));
    }

    /** That one answers of which nothing was known is no news. */
    private static Optional<String> type(Gateway.Health before, Gateway.Health now) {
        return switch (now) {
            case DOWN -> Optional.of("gateway.failing");
            case UP -> before == Gateway.Health.DOWN ? Optional.of("gateway.recovered") : Optional.empty();
            case UNKNOWN -> Optional.empty();
        };
    }

    private void tell(String type, Caller caller, Gateway gateway, GatewayFinding finding) {
        audit.record(AuditEvent.of(type, AuditEvent.Actor.system(caller.organisation()))
                .with("gateway", AuditField.open(gateway.id()))
                .with("zone", AuditField.open(gateway.zone()))
                .with("asset", AuditField.open(gateway.asset()))
                .with("reason", AuditField.open(finding.words())));
    }
}
