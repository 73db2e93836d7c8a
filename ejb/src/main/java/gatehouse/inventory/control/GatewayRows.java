package gatehouse.inventory.control;

import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.Gateway;
import gatehouse.inventory.entity.GatewayDetails;
import gatehouse.inventory.entity.GatewayId;
import gatehouse.inventory.entity.InventoryProblem;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.inventory.entity.ZoneId;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rows of gateways. */
@ApplicationScoped
public class GatewayRows {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private Rows rows;
    private AssetRows assets;
    private ZoneRows zones;
    private Clock clock;

    protected GatewayRows() {}

    @Inject
    GatewayRows(Rows rows, AssetRows assets, ZoneRows zones, Clock clock) {
        this.rows = rows;
        this.assets = assets;
        this.zones = zones;
        this.clock = clock;
    }

    /** All gateways, or those of one zone, in the order in which they are tried. */
    public List<Gateway> list(Scope scope, Optional<ZoneId> zone) {
        Instant now = clock.instant();
        return rows.in(scope)
                .query(Gateway.class, "select g from Gateway g where g.organisation = :organisation")
                .getResultStream()
                .filter(gateway -> zone.isEmpty() || gateway.zone().equals(zone.get()))
                .sorted(Comparator.comparing((Gateway gateway) -> gateway.isResting(now))
                        .thenComparingInt(Gateway::priority)
                        .thenComparing(gateway -> gateway.id().value()))
                .toList();
    }

    public Optional<Gateway> find(Scope scope, GatewayId id) {
        return rows.in(scope).find(Gateway.class, id.value());
    }

    public Gateway require(Scope scope, GatewayId id) {
        return find(scope, id).orElseThrow(() -> InventoryProblem.GATEWAY_MISSING.problem("there is no such gateway"));
    }

    public Gateway add(Scope scope, GatewayDetails details) {
        check(scope, details);
        boolean twice = list(scope, Optional.of(details.zone())).stream()
                .anyMatch(gateway -> gateway.asset().equals(details.asset()));
        if (twice) {
            throw InventoryProblem.GATEWAY_INVALID.problem("this asset is a gateway of the zone already");
        }
        return rows.in(scope).add(new Gateway(GatewayId.next(), scope.organisation(), details));
    }

    public Gateway change(Scope scope, GatewayId id, GatewayDetails details, long revision) {
        check(scope, details);
        Gateway gateway = require(scope, id);
        Revisions.require(gateway.revision(), revision, "gateway");
        gateway.change(details);
        return gateway;
    }

    public void remove(Scope scope, GatewayId id) {
        rows.in(scope).remove(require(scope, id));
    }

    public void noteHealth(Scope scope, GatewayId id, Gateway.Health health) {
        find(scope, id)
                .filter(gateway -> gateway.health() != health || isStale(gateway))
                .ifPresent(gateway -> gateway.found(health, clock.instant()));
    }

    /** Not every session writes: what is known and fresh stays. */
    private boolean isStale(Gateway gateway) {
        Instant now = clock.instant();
        return gateway.checkedAt().map(at -> now.isAfter(at.plus(FRESH))).orElse(true);
    }

    public boolean isGateway(Scope scope, AssetId asset) {
        return list(scope, Optional.empty()).stream()
                .anyMatch(gateway -> gateway.asset().equals(asset));
    }

    private void check(Scope scope, GatewayDetails details) {
        zones.require(scope, details.zone());
        String protocol = KnownProtocols.all().gateway().name();
        if (assets.require(scope, details.asset()).endpoint(protocol).isEmpty()) {
            throw InventoryProblem.GATEWAY_INVALID.problem("a gateway must speak " + protocol);
        }
    }
}
