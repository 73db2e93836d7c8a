package gatehouse.web.inventory;

import gatehouse.inventory.entity.NodeCount;
import gatehouse.inventory.entity.NodeId;
import java.util.Optional;

/**
 * A place in the asset tree.
 *
 * @param fullName names from the root down, each after a {@code /}
 * @param parent id; absent for the root
 * @param assets in it and below, each counted once
 */
public record NodeView(
        String id, String name, String fullName, Optional<String> parent, long assets, boolean hasChildren) {
    static NodeView from(NodeCount count) {
        return new NodeView(
                count.node().id().toString(),
                count.node().name(),
                count.node().fullName(),
                count.node().parent().map(NodeId::toString),
                count.assets(),
                count.hasChildren());
    }
}
