package gatehouse.inventory.control;

import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.InventoryProblem;
import gatehouse.inventory.entity.Zone;
import gatehouse.inventory.entity.ZoneDetails;
import gatehouse.inventory.entity.ZoneId;
import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.Names;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.ChangeClock;
import gatehouse.kernel.persistence.Listing;
import gatehouse.kernel.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows of zones. */
@ApplicationScoped
public class ZoneRows {
    private static final Listing<Zone> LISTING = new Listing<>(
            Zone.class, List.of("nameKey", "comment"), Map.of("name", "nameKey"), new PageRequest.Order("name", false));

    private Rows rows;
    private ChangeClock changes;

    protected ZoneRows() {}

    @Inject
    ZoneRows(Rows rows, ChangeClock changes) {
        this.rows = rows;
        this.changes = changes;
    }

    public Page<Zone> page(Scope scope, PageRequest request) {
        return rows.in(scope).page(LISTING, request, List.of());
    }

    public Zone require(Scope scope, ZoneId id) {
        return rows.in(scope)
                .find(Zone.class, id.value())
                .orElseThrow(() -> InventoryProblem.ZONE_MISSING.problem("there is no such zone"));
    }

    /** From the outermost zone to {@code id} itself. */
    public List<Zone> way(Scope scope, ZoneId id) {
        List<Zone> way = new ArrayList<>();
        Optional<ZoneId> next = Optional.of(id);
        while (next.isPresent()) {
            Zone zone = require(scope, next.get());
            if (way.contains(zone)) {
                throw InventoryProblem.ZONE_RING.problem("the zones above " + zone.name() + " form a ring");
            }
            way.addFirst(zone);
            next = zone.parent();
        }
        return way;
    }

    /** Zones with active assets, and all on the way to them. */
    Set<ZoneId> needed(Scope scope) {
        Map<ZoneId, Optional<ZoneId>> parents = new HashMap<>();
        rows.in(scope)
                .query(Zone.class, "select z from Zone z where z.organisation = :organisation")
                .getResultStream()
                .forEach(zone -> parents.put(zone.id(), zone.parent()));
        Set<ZoneId> needed = new HashSet<>();
        rows.in(scope)
                .query(
                        UUID.class,
                        "select z.id from Zone z where z.organisation = :organisation and exists"
                                + " (select 1 from Asset a where a.zone = z.id and a.active = true)")
                .getResultStream()
                .map(ZoneId::new)
                .forEach(zone -> {
                    Optional<ZoneId> step = Optional.of(zone);
                    while (step.isPresent() && needed.add(step.get())) {
                        step = parents.getOrDefault(step.get(), Optional.empty());
                    }
                });
        return needed;
    }

    public Zone add(Scope scope, ZoneDetails details) {
        changes.next(scope, AssetRows.CONTEXT);
        details.parent().ifPresent(parent -> FieldChecks.about("parent", () -> require(scope, parent)));
        Names.requireSeen(InventoryProblem.ZONE_INVALID, "name", details.name(), "");
        requireNameFree(scope, details.name(), Optional.empty());
        return rows.in(scope).add(new Zone(ZoneId.next(), scope.organisation(), details));
    }

    public Zone change(Scope scope, ZoneId id, ZoneDetails details, long revision) {
        changes.next(scope, AssetRows.CONTEXT);
        Zone zone = require(scope, id);
        Revisions.require(zone.revision(), revision, "zone");
        Names.requireSeen(InventoryProblem.ZONE_INVALID, "name", details.name(), zone.name());
        requireNameFree(scope, details.name(), Optional.of(id));
        zone.change(details);
        FieldChecks.about("parent", () -> way(scope, id));
        return zone;
    }

    public Zone remove(Scope scope, ZoneId id) {
        changes.next(scope, AssetRows.CONTEXT);
        Zone zone = require(scope, id);
        requireUnused(
                scope, id, "select count(a) from Asset a where a.organisation = :organisation and a.zone = :zone");
        requireUnused(
                scope, id, "select count(z) from Zone z where z.organisation = :organisation and z.parent = :zone");
        requireUnused(
                scope, id, "select count(g) from Gateway g where g.organisation = :organisation and g.zone = :zone");
        rows.in(scope).remove(zone);
        return zone;
    }

    private void requireUnused(Scope scope, ZoneId id, String counting) {
        if (rows.in(scope)
                        .query(Long.class, counting)
                        .setParameter("zone", id.value())
                        .getSingleResult()
                > 0) {
            throw InventoryProblem.ZONE_IN_USE.problem("assets, gateways or zones are in this zone; move them first");
        }
    }

    private void requireNameFree(Scope scope, String name, Optional<ZoneId> own) {
        boolean taken = rows.in(scope)
                .query(Zone.class, "select z from Zone z where z.organisation = :organisation and z.nameKey = :key")
                .setParameter("key", Asset.nameKey(name))
                .getResultStream()
                .anyMatch(zone -> own.isEmpty() || !zone.id().equals(own.get()));
        if (taken) {
            throw InventoryProblem.ZONE_NAME_TAKEN.at("name", "there is a zone called " + name + " already");
        }
    }
}
