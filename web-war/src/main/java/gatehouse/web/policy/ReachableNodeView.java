package gatehouse.web.policy;

import gatehouse.inventory.entity.NodeId;
import gatehouse.policy.entity.ReachableNode;
import java.util.Optional;

/** A place in the tree with something that the caller may reach; {@code assets} counts here and below. */
public record ReachableNodeView(
        String id, String name, String fullName, Optional<String> parent, int assets, boolean hasChildren) {
    static ReachableNodeView from(ReachableNode node) {
        return new ReachableNodeView(
                node.id().toString(),
                node.name(),
                node.fullName(),
                node.parent().map(NodeId::toString),
                node.assets(),
                node.hasChildren());
    }
}
