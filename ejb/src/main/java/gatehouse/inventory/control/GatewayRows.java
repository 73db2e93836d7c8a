package gatehouse.inventory.control;

import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.Gateway;
import gatehouse.inventory.entity.GatewayDetails;
import gatehouse.inventory.entity.GatewayFinding;
import gatehouse.inventory.entity.GatewayId;
import gatehouse.inventory.entity.InventoryProblem;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.inventory.entity.ZoneId;
import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /**
     * All gateways, or those of one zone, in the order in which they are tried.
     *
     * @param rest for how long one that failed comes last
     */
    public List<Gateway> list(Scope scope, Optional<ZoneId> zone, Duration rest) {
        Instant now = clock.instant();
        return all(scope)
                .filter(gateway -> zone.isEmpty() || gateway.zone().equals(zone.get()))
                .sorted(Comparator.comparing((Gateway gateway) -> gateway.isResting(now, rest))
                        .thenComparingInt(Gateway::priority)
                        .thenComparing(gateway -> gateway.id().value()))
                .toList();
    }

    private Stream<Gateway> all(Scope scope) {
        return rows.in(scope)
                .query(Gateway.class, "select g from Gateway g where g.organisation = :organisation")
                .getResultStream();
    }

    public Optional<Gateway> find(Scope scope, GatewayId id) {
        return rows.in(scope).find(Gateway.class, id.value());
    }

    public Gateway require(Scope scope, GatewayId id) {
        return find(scope, id).orElseThrow(() -> InventoryProblem.GATEWAY_MISSING.problem("there is no such gateway"));
    }

    public Gateway add(Scope scope, GatewayDetails details) {
        check(scope, details);
        boolean twice = all(scope)
                .anyMatch(gateway ->
                        gateway.zone().equals(details.zone()) && gateway.asset().equals(details.asset()));
        if (twice) {
            throw InventoryProblem.GATEWAY_INVALID.at("asset", "this asset is a gateway of the zone already");
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

    /** The active ones in zones that assets need: in which some are, or behind which such a zone lies. */
    public List<Gateway> serving(Scope scope) {
        List<Gateway> active = all(scope).filter(Gateway::active).toList();
        Set<ZoneId> needed = active.isEmpty() ? Set.of() : zones.needed(scope);
        return active.stream()
                .filter(gateway -> needed.contains(gateway.zone()))
                .toList();
    }

    /**
     * Sets out to look at it, unless somebody else has since {@code before}: of several servers one does.
     *
     * @return whether the caller is the one
     */
    public boolean claim(Scope scope, GatewayId id, Instant before) {
        return rows.in(scope)
                        .change("update Gateway g set g.probedAt = :now where g.organisation = :organisation"
                                + " and g.id = :id and (g.probedAt is null or g.probedAt <= :before)")
                        .setParameter("id", id.value())
                        .setParameter("now", clock.instant())
                        .setParameter("before", before)
                        .executeUpdate()
                == 1;
    }

    /**
     * Remembers a finding. What people say of the gateway meanwhile is not touched, and of several that find the same change one is told
     * so.
     *
     * @return what it was before when it is something else now
     */
    public Optional<Gateway.Health> found(
            Scope scope, GatewayId id, GatewayFinding finding, GatewayFinding.Source source) {
        Optional<Gateway.Health> before = find(scope, id).map(Gateway::health);
        if (before.isEmpty() || before.get() == finding.health()) {
            before.ifPresent(_ -> noteSame(scope, id, finding, source));
            return Optional.empty();
        }
        int changed = noted(
                        scope,
                        id,
                        finding,
                        ", g.healthSince = :now",
                        " and g.health = :before" + blind(finding, source))
                .setParameter("before", before.get())
                .executeUpdate();
        return changed == 1 ? before : Optional.empty();
    }

    /** Not every session writes: what is known and fresh stays. */
    private void noteSame(Scope scope, GatewayId id, GatewayFinding finding, GatewayFinding.Source source) {
        Duration fresh = source == GatewayFinding.Source.SESSION ? FRESH : Duration.ZERO;
        noted(scope, id, finding, "", " and g.health = :health and g.checkedAt <= :stale")
                .setParameter("stale", clock.instant().minus(fresh))
                .executeUpdate();
    }

    /** A look does not see that the account is turned away, so it does not take back that it was. */
    private static String blind(GatewayFinding finding, GatewayFinding.Source source) {
        return source == GatewayFinding.Source.WATCH && finding.health() == Gateway.Health.UP
                ? " and g.turnedAway = false"
                : "";
    }

    private Query noted(Scope scope, GatewayId id, GatewayFinding finding, String further, String where) {
        String latency = finding.latency().isPresent() ? ", g.latencyMillis = :latency" : "";
        Query query = rows.in(scope)
                .change("update Gateway g set g.health = :health, g.healthWords = :words, g.checkedAt = :now,"
                        + " g.turnedAway = :turnedAway" + latency + further
                        + " where g.organisation = :organisation and g.id = :id" + where)
                .setParameter("id", id.value())
                .setParameter("health", finding.health())
                .setParameter("words", finding.words())
                .setParameter("now", clock.instant())
                .setParameter("turnedAway", finding.turnedAway());
        finding.latency().ifPresent(measured -> query.setParameter("latency", measured.toMillis()));
        return query;
    }

    public boolean isGateway(Scope scope, AssetId asset) {
        return all(scope).anyMatch(gateway -> gateway.asset().equals(asset));
    }

    private void check(Scope scope, GatewayDetails details) {
        FieldChecks checks = new FieldChecks();
        checks.read("zone", () -> zones.require(scope, details.zone()));
        String protocol = KnownProtocols.all().gateway().name();
        checks.read("asset", () -> assets.require(scope, details.asset())).ifPresent(asset -> {
            boolean speaks = asset.endpoint(protocol).isPresent();
            checks.require(speaks, "asset", InventoryProblem.GATEWAY_INVALID, "a gateway must speak " + protocol);
        });
        checks.orThrow();
    }
}
