package gatehouse.inventory.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.entity.FreshProof;
import gatehouse.inventory.control.GatewayRows;
import gatehouse.inventory.entity.Gateway;
import gatehouse.inventory.entity.GatewayChecks;
import gatehouse.inventory.entity.GatewayDetails;
import gatehouse.inventory.entity.GatewayId;
import gatehouse.inventory.entity.InventoryRight;
import gatehouse.inventory.entity.ZoneId;
import gatehouse.kernel.Caller;
import gatehouse.setting.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The gateways into zones, for administrators. */
@Stateless
public class Gateways {
    @Inject
    private GatewayRows rows;

    @Inject
    private Settings settings;

    @Inject
    private FreshProof proof;

    @Inject
    private AuditLog audit;

    /** In the order in which they are tried. */
    public List<Gateway> list(Caller caller, Optional<ZoneId> zone) {
        caller.require(InventoryRight.ASSET_VIEW);
        return rows.list(caller.scope(), zone, settings.get(GatewayChecks.class).rest());
    }

    /** @throws gatehouse.kernel.ProblemException {@code GATEWAY_MISSING} */
    public Gateway require(Caller caller, GatewayId id) {
        caller.require(InventoryRight.ASSET_VIEW);
        return rows.require(caller.scope(), id);
    }

    /** @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} (R6.7) */
    public Gateway create(Caller caller, GatewayDetails details) {
        caller.require(InventoryRight.ZONE_CHANGE);
        proof.require(caller);
        return told("gateway.created", caller, rows.add(caller.scope(), details));
    }

    /**
     * @param revision that the change was made from
     * @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} (R6.7)
     */
    public Gateway change(Caller caller, GatewayId id, GatewayDetails details, long revision) {
        caller.require(InventoryRight.ZONE_CHANGE);
        proof.require(caller);
        return told("gateway.changed", caller, rows.change(caller.scope(), id, details, revision));
    }

    public void remove(Caller caller, GatewayId id) {
        caller.require(InventoryRight.ZONE_CHANGE);
        told("gateway.deleted", caller, rows.require(caller.scope(), id));
        rows.remove(caller.scope(), id);
    }

    private Gateway told(String type, Caller caller, Gateway gateway) {
        audit.record(AuditEvent.of(type, caller)
                .with("gateway", AuditField.open(gateway.id()))
                .with("zone", AuditField.open(gateway.zone()))
                .with("asset", AuditField.open(gateway.asset())));
        return gateway;
    }
}
