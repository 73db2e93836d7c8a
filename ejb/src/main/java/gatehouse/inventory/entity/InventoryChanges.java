package gatehouse.inventory.entity;

import java.util.List;
import java.util.Optional;

/**
 * What changed in an organisation's inventory since some version.
 *
 * @param version up to which this goes
 * @param assets new and changed ones
 * @param nodes the whole tree, parents before children; empty when it stayed as it was
 * @param platforms all of them, built-in ones first
 */
public record InventoryChanges(
        long version,
        List<AssetFacts> assets,
        List<AssetId> removed,
        Optional<List<Node>> nodes,
        List<Platform> platforms) {
    public InventoryChanges {
        assets = List.copyOf(assets);
        removed = List.copyOf(removed);
        nodes = nodes.map(List::copyOf);
        platforms = List.copyOf(platforms);
    }
}
