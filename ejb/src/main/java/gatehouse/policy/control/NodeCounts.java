package gatehouse.policy.control;

import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many of some assets lie in and below each node. */
final class NodeCounts {
    private final Map<NodeId, Integer> counts = new HashMap<>();
    private final Map<NodeId, List<NodeId>> children = new HashMap<>();

    /** Assets in the same places are counted together first: there are fewer places than assets. */
    NodeCounts(List<AssetFacts> assets, NodeTree tree) {
        Map<Set<NodeId>, int[]> byPlaces = new HashMap<>();
        for (AssetFacts asset : assets) {
            byPlaces.computeIfAbsent(asset.nodes(), nodes -> new int[1])[0]++;
        }
        byPlaces.forEach(
                (nodes, count) -> tree.above(nodes).forEach(node -> counts.merge(node, count[0], Integer::sum)));
        for (NodeId node : counts.keySet()) {
            tree.find(node)
                    .flatMap(NodeTree.Place::parent)
                    .ifPresent(parent -> children.computeIfAbsent(parent, key -> new ArrayList<>())
                            .add(node));
        }
    }

    int count(NodeId node) {
        return counts.getOrDefault(node, 0);
    }

    List<NodeId> children(NodeId parent) {
        return children.getOrDefault(parent, List.of());
    }
}
