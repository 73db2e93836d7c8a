package gatehouse.inventory.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.entity.FreshProof;
import gatehouse.inventory.control.PlatformRows;
import gatehouse.inventory.entity.InventoryRight;
import gatehouse.inventory.entity.Platform;
import gatehouse.inventory.entity.PlatformDetails;
import gatehouse.inventory.entity.PlatformId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Kinds of assets: those that come with Gatehouse and those of the caller's organisation. Anybody may read them. */
@Stateless
public class Platforms {
    @Inject
    private PlatformRows rows;

    @Inject
    private FreshProof proof;

    @Inject
    private AuditLog audit;

    /** Built-in ones first, then by name. */
    public Page<Platform> list(Caller caller, PageRequest request) {
        return rows.page(caller.scope(), request);
    }

    /** @throws gatehouse.kernel.ProblemException {@code PLATFORM_MISSING} */
    public Platform require(Caller caller, PlatformId id) {
        return rows.require(caller.scope(), id);
    }

    public Platform create(Caller caller, PlatformDetails details) {
        caller.require(InventoryRight.PLATFORM_CHANGE);
        return told("platform.created", caller, rows.add(caller.scope(), details));
    }

    /**
     * @param revision that the change was made from
     * @throws gatehouse.kernel.ProblemException {@code PLATFORM_BUILT_IN}; {@code STEP_UP_REQUIRED} for how passwords are typed (R6.7)
     */
    public Platform change(Caller caller, PlatformId id, PlatformDetails details, long revision) {
        caller.require(InventoryRight.PLATFORM_CHANGE);
        if (details.typesOtherwise(rows.require(caller.scope(), id).details())) {
            proof.require(caller);
        }
        return told("platform.changed", caller, rows.change(caller.scope(), id, details, revision));
    }

    /** @throws gatehouse.kernel.ProblemException {@code PLATFORM_BUILT_IN}, {@code PLATFORM_IN_USE} */
    public void remove(Caller caller, PlatformId id) {
        caller.require(InventoryRight.PLATFORM_CHANGE);
        told("platform.deleted", caller, rows.remove(caller.scope(), id));
    }

    private Platform told(String type, Caller caller, Platform platform) {
        audit.record(AuditEvent.of(type, caller)
                .with("platform", AuditField.open(platform.id()))
                .with("name", AuditField.open(platform.name())));
        return platform;
    }
}
