package gatehouse.inventory.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.entity.FreshProof;
import gatehouse.inventory.control.GatewayRows;
import gatehouse.inventory.control.ZoneRows;
import gatehouse.inventory.entity.Gateway;
import gatehouse.inventory.entity.GatewayChecks;
import gatehouse.inventory.entity.Hop;
import gatehouse.inventory.entity.InventoryProblem;
import gatehouse.inventory.entity.InventoryRight;
import gatehouse.inventory.entity.Zone;
import gatehouse.inventory.entity.ZoneDetails;
import gatehouse.inventory.entity.ZoneId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Scope;
import gatehouse.setting.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Zones, and the way through them. */
@Stateless
public class Zones {
    @Inject
    private ZoneRows rows;

    @Inject
    private GatewayRows gateways;

    @Inject
    private Settings settings;

    @Inject
    private FreshProof proof;

    @Inject
    private AuditLog audit;

    public Page<Zone> list(Caller caller, PageRequest request) {
        caller.require(InventoryRight.ASSET_VIEW);
        return rows.page(caller.scope(), request);
    }

    /** @throws gatehouse.kernel.ProblemException {@code ZONE_MISSING} */
    public Zone require(Caller caller, ZoneId id) {
        caller.require(InventoryRight.ASSET_VIEW);
        return rows.require(caller.scope(), id);
    }

    public Zone create(Caller caller, ZoneDetails details) {
        caller.require(InventoryRight.ZONE_CHANGE);
        return told("zone.created", caller, rows.add(caller.scope(), details));
    }

    /**
     * @param revision that the change was made from
     * @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} when the way to it would be another one (R6.7)
     */
    public Zone change(Caller caller, ZoneId id, ZoneDetails details, long revision) {
        caller.require(InventoryRight.ZONE_CHANGE);
        if (!details.parent().equals(rows.require(caller.scope(), id).parent())) {
            proof.require(caller);
        }
        return told("zone.changed", caller, rows.change(caller.scope(), id, details, revision));
    }

    /** @throws gatehouse.kernel.ProblemException {@code ZONE_IN_USE} */
    public void remove(Caller caller, ZoneId id) {
        caller.require(InventoryRight.ZONE_CHANGE);
        told("zone.deleted", caller, rows.remove(caller.scope(), id));
    }

    /**
     * The way to an asset in {@code zone}: the outermost hop first, gateways by priority, those that failed a moment ago last. No right is asked.
     *
     * @throws gatehouse.kernel.ProblemException {@code ZONE_WITHOUT_GATEWAY} when a zone on the way has no active gateway
     */
    public List<Hop> route(Caller caller, ZoneId zone) {
        return rows.way(caller.scope(), zone).stream()
                .map(step -> hop(caller.scope(), step))
                .toList();
    }

    /** The zone that its gateways are in, when they are not reached directly. No right is asked. */
    public Optional<ZoneId> outer(Caller caller, ZoneId zone) {
        return rows.require(caller.scope(), zone).parent();
    }

    private Hop hop(Scope scope, Zone zone) {
        List<Gateway> active =
                gateways
                        .list(
                                scope,
                                Optional.of(zone.id()),
                                settings.get(GatewayChecks.class).rest())
                        .stream()
                        .filter(Gateway::active)
                        .toList();
        if (active.isEmpty()) {
            throw InventoryProblem.ZONE_WITHOUT_GATEWAY.problem("zone " + zone.name()
                    + " has no active gateway; an administrator can add or enable one under Zones");
        }
        return new Hop(zone, active);
    }

    private Zone told(String type, Caller caller, Zone zone) {
        audit.record(AuditEvent.of(type, caller)
                .with("zone", AuditField.open(zone.id()))
                .with("name", AuditField.open(zone.name())));
        return zone;
    }
}
