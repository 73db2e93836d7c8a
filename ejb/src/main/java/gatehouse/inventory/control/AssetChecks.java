package gatehouse.inventory.control;

import gatehouse.inventory.entity.AssetDetails;
import gatehouse.inventory.entity.InventoryProblem;
import gatehouse.inventory.entity.NodeId;
import gatehouse.inventory.entity.Platform;
import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.kernel.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
        Platform platform = platforms.require(scope, details.platform());
        for (ProtocolEndpoint endpoint : details.protocols()) {
            if (platform.protocol(endpoint.protocol()).isEmpty()) {
                throw InventoryProblem.PROTOCOL_INVALID.problem(
                        platform.name() + " does not speak " + endpoint.protocol());
            }
        }
        details.zone().ifPresent(zone -> zones.require(scope, zone));
        Set<NodeId> places =
                details.nodes().isEmpty() ? Set.of(nodes.root(scope).id()) : details.nodes();
        places.forEach(place -> nodes.require(scope, place));
        return details.in(places);
    }
}
