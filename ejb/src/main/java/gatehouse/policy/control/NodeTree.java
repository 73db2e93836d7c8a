package gatehouse.policy.control;

import gatehouse.inventory.entity.Node;
import gatehouse.inventory.entity.NodeId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The asset tree in memory. Immutable. */
final class NodeTree {
    private final Map<NodeId, Place> places = new HashMap<>();

    /** @param up the node itself and everything above it */
    record Place(NodeId id, Optional<NodeId> parent, String name, String fullName, Set<NodeId> up) {}

    /** @param nodes parents before children */
    NodeTree(List<Node> nodes) {
        for (Node node : nodes) {
            Set<NodeId> up = new HashSet<>(node.ancestors());
            up.add(node.id());
            places.put(node.id(), new Place(node.id(), node.parent(), node.name(), node.fullName(), Set.copyOf(up)));
        }
    }

    Optional<Place> find(NodeId id) {
        return Optional.ofNullable(places.get(id));
    }

    /** Everything at or above any of {@code nodes}. */
    Set<NodeId> above(Set<NodeId> nodes) {
        if (nodes.size() == 1) {
            NodeId only = nodes.iterator().next();
            return find(only).map(Place::up).orElse(nodes);
        }
        Set<NodeId> above = new HashSet<>();
        nodes.forEach(node -> above.addAll(find(node).map(Place::up).orElse(Set.of(node))));
        return above;
    }
}
