package gatehouse.policy.entity;

import gatehouse.inventory.entity.NodeId;
import java.util.Optional;

/**
 * A place in the tree with something that a person may reach.
 *
 * @param assets reachable assets here and below, each counted once
 * @param hasChildren whether there are reachable nodes below
 */
public record ReachableNode(
        NodeId id, Optional<NodeId> parent, String name, String fullName, int assets, boolean hasChildren) {}
