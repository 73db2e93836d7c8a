package gatehouse.inventory.control;

import gatehouse.inventory.entity.AssetDetails;
import gatehouse.inventory.entity.InventoryProblem;
import gatehouse.inventory.entity.NodeId;
import gatehouse.inventory.entity.Platform;
import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Whether what an asset names is there (R6.2). */
@ApplicationScoped
public class AssetChecks {
    private PlatformRows platforms;
    private NodeRows nodes;
    private ZoneRows zones;

    protected AssetChecks() {}

    @Inject
    AssetChecks(PlatformRows platforms, NodeRows nodes, ZoneRows zones) {
        this.platforms = platforms;
        this.nodes = nodes;
        this.zones = zones;
    }

    /** Gives {@code details} with the root as place when they name none. */
    AssetDetails complete(Scope scope, AssetDetails details) {
        FieldChecks checks = new FieldChecks();
        checks.read("platform", () -> platforms.require(scope, details.platform()))
                .ifPresent(platform -> requireSpoken(checks, platform, details.protocols()));
        details.zone().ifPresent(zone -> checks.read("zone", () -> zones.require(scope, zone)));
        Set<NodeId> places =
                details.nodes().isEmpty() ? Set.of(nodes.root(scope).id()) : details.nodes();
        places.forEach(place -> checks.read("nodes", () -> nodes.require(scope, place)));
        checks.orThrow();
        return details.in(places);
    }

    private static void requireSpoken(FieldChecks checks, Platform platform, List<ProtocolEndpoint> wanted) {
        for (int at = 0; at < wanted.size(); at++) {
            String protocol = wanted.get(at).protocol();
            checks.require(
                    platform.protocol(protocol).isPresent(),
                    "protocols[" + at + "].protocol",
                    InventoryProblem.PROTOCOL_INVALID,
                    platform.name() + " does not speak " + protocol);
        }
    }
}
