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
    private final Map<NodeId, Place> places;

    record Place(NodeId id, Optional<NodeId> parent, String name, String fullName) {}

    NodeTree(List<Node> nodes) {
        places = HashMap.newHashMap(nodes.size());
        for (Node node : nodes) {
            places.put(node.id(), new Place(node.id(), node.parent(), node.name(), node.fullName()));
        }
    }

    Optional<Place> find(NodeId id) {
        return Optional.ofNullable(places.get(id));
    }

    /** Everything at or above any of {@code nodes}. */
    Set<NodeId> above(Set<NodeId> nodes) {
        Set<NodeId> above = new HashSet<>();
        for (NodeId node : nodes) {
            Optional<NodeId> next = Optional.of(node);
            while (next.isPresent() && above.add(next.get())) {
                next = find(next.get()).flatMap(Place::parent);
            }
        }
        return above;
    }
}
