package gatehouse.inventory.control;

import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.AssetDetails;
import gatehouse.inventory.entity.AssetFilter;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.InventoryProblem;
import gatehouse.inventory.entity.Removal;
import gatehouse.kernel.Names;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.ChangeClock;
import gatehouse.kernel.persistence.Listing;
import gatehouse.kernel.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows of assets. Every change waits for the inventory's next version first, so that checks and writes of two changes never mix. */
@ApplicationScoped
public class AssetRows {
    static final String CONTEXT = "inventory";

    private static final Listing<Asset> LISTING = new Listing<>(
            Asset.class,
            List.of("searchText"),
            Map.of(
                    "name", "nameKey",
                    "address", "address",
                    "comment", "comment",
                    "active", "active",
                    "createdAt", "createdAt",
                    "updatedAt", "updatedAt"),
            new PageRequest.Order("name", false));

    private Rows rows;
    private ChangeClock changes;
    private AssetChecks checks;
    private Clock clock;

    protected AssetRows() {}

    @Inject
    AssetRows(Rows rows, ChangeClock changes, AssetChecks checks, Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.checks = checks;
        this.clock = clock;
    }

    public Page<Asset> page(Scope scope, AssetFilter filter, PageRequest request) {
        return rows.in(scope).page(LISTING, request, AssetCriteria.of(rows.in(scope), filter));
    }

    public Optional<Asset> find(Scope scope, AssetId id) {
        return rows.in(scope).find(Asset.class, id.value());
    }

    public Optional<Asset> findByName(Scope scope, String name) {
        return rows.in(scope)
                .query(Asset.class, "select a from Asset a where a.organisation = :organisation and a.nameKey = :key")
                .setParameter("key", Asset.nameKey(name))
                .getResultStream()
                .findFirst();
    }

    public Asset require(Scope scope, AssetId id) {
        return find(scope, id).orElseThrow(() -> InventoryProblem.ASSET_MISSING.problem("there is no such asset"));
    }

    public Asset add(Scope scope, AssetDetails wanted) {
        long version = changes.next(scope, CONTEXT);
        AssetDetails details = checks.complete(scope, wanted);
        Names.requireSeen(InventoryProblem.ASSET_INVALID, "name", details.name(), "");
        requireNameFree(scope, details.name(), Optional.empty());
        Asset asset = new Asset(AssetId.next(), scope.organisation(), details, clock.instant());
        asset.changedAt(version);
        return rows.in(scope).add(asset);
    }

    /** @param revision that the change was made from; empty for whatever it is now */
    public Asset change(Scope scope, AssetId id, AssetDetails wanted, Optional<Long> revision) {
        long version = changes.next(scope, CONTEXT);
        Asset asset = require(scope, id);
        revision.ifPresent(madeFrom -> Revisions.require(asset.revision(), madeFrom, "asset"));
        AssetDetails details = checks.complete(scope, wanted);
        Names.requireSeen(InventoryProblem.ASSET_INVALID, "name", details.name(), asset.name());
        requireNameFree(scope, details.name(), Optional.of(id));
        asset.change(details, clock.instant());
        asset.changedAt(version);
        return asset;
    }

    /** Others have deleted what they keep about it. */
    public void remove(Scope scope, Asset asset) {
        var own = rows.in(scope);
        long version = changes.next(scope, CONTEXT);
        UUID id = asset.id().value();
        own.change("delete from HostKey k where k.organisation = :organisation and k.asset = :asset")
                .setParameter("asset", id)
                .executeUpdate();
        own.change("delete from Favourite f where f.organisation = :organisation and f.asset = :asset")
                .setParameter("asset", id)
                .executeUpdate();
        own.change("delete from Gateway g where g.organisation = :organisation and g.asset = :asset")
                .setParameter("asset", id)
                .executeUpdate();
        own.add(new Removal(scope.organisation(), asset.id(), version));
        own.remove(asset);
        own.flush();
    }

    private void requireNameFree(Scope scope, String name, Optional<AssetId> own) {
        Optional<AssetId> holder = findByName(scope, name).map(Asset::id);
        if (holder.isPresent() && !holder.equals(own)) {
            throw InventoryProblem.ASSET_NAME_TAKEN.at("name", "there is an asset called " + name + " already");
        }
    }
}
