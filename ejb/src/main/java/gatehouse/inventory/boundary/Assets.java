package gatehouse.inventory.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.entity.FreshProof;
import gatehouse.inventory.control.AssetRows;
import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.AssetDetails;
import gatehouse.inventory.entity.AssetDisabled;
import gatehouse.inventory.entity.AssetFilter;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.AssetRemoved;
import gatehouse.inventory.entity.InventoryRight;
import gatehouse.inventory.entity.StoredSecrets;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;

/** Assets of the caller's organisation. */
@Stateless
public class Assets {
    @Inject
    private AssetRows rows;

    @Inject
    private FreshProof proof;

    @Inject
    private StoredSecrets secrets;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<AssetDisabled> disabled;

    @Inject
    private Event<AssetRemoved> removed;

    /** For administrators: searches name, address, comment and labels, whatever the case. */
    public Page<Asset> list(Caller caller, AssetFilter filter, PageRequest request) {
        caller.require(InventoryRight.ASSET_VIEW);
        return rows.page(caller.scope(), filter, request);
    }

    public Page<Asset> list(Caller caller, PageRequest request) {
        return list(caller, AssetFilter.ALL, request);
    }

    /** For work on behalf of a person who may already reach it: no right is asked. */
    public Optional<Asset> find(Caller caller, AssetId id) {
        return rows.find(caller.scope(), id);
    }

    /** Like {@link #find}. @throws gatehouse.kernel.ProblemException {@code ASSET_MISSING} */
    public Asset require(Caller caller, AssetId id) {
        return rows.require(caller.scope(), id);
    }

    /** For administrators. @throws gatehouse.kernel.ProblemException {@code ASSET_MISSING} */
    public Asset view(Caller caller, AssetId id) {
        caller.require(InventoryRight.ASSET_VIEW);
        return rows.require(caller.scope(), id);
    }

    public Asset create(Caller caller, AssetDetails details) {
        caller.require(InventoryRight.ASSET_CHANGE);
        Asset asset = rows.add(caller.scope(), details);
        audit.record(event("asset.created", caller, asset));
        return asset;
    }

    /**
     * @param revision that the change was made from; empty for whatever it is now
     * @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} when stored secrets would go elsewhere (R6.7)
     */
    public Asset change(Caller caller, AssetId id, AssetDetails details, Optional<Long> revision) {
        caller.require(InventoryRight.ASSET_CHANGE);
        Asset before = rows.require(caller.scope(), id);
        if (details.leadsElsewhere(before.details()) && secrets.isAnyFor(caller.scope(), id)) {
            proof.require(caller);
        }
        boolean was = before.active();
        Asset asset = rows.change(caller.scope(), id, details, revision);
        audit.record(event("asset.changed", caller, asset).with("active", AuditField.open(asset.active())));
        if (was && !asset.active()) {
            disabled.fire(new AssetDisabled(asset.organisation(), id, asset.name()));
        }
        return asset;
    }

    /** Deletes the asset with its accounts, host keys and favourites; what was recorded about it stays. */
    public void remove(Caller caller, AssetId id) {
        caller.require(InventoryRight.ASSET_CHANGE);
        Asset asset = rows.require(caller.scope(), id);
        removed.fire(new AssetRemoved(asset.organisation(), id, asset.name()));
        disabled.fire(new AssetDisabled(asset.organisation(), id, asset.name()));
        audit.record(event("asset.deleted", caller, asset));
        rows.remove(caller.scope(), asset);
    }

    private static AuditEvent event(String type, Caller caller, Asset asset) {
        return AuditEvent.of(type, caller)
                .with("asset", AuditField.open(asset.id()))
                .with("name", AuditField.open(asset.name()))
                .with("address", AuditField.open(asset.address()));
    }
}
