package gatehouse.policy.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.Category;
import gatehouse.inventory.entity.Label;
import gatehouse.inventory.entity.NodeId;
import gatehouse.inventory.entity.PlatformId;
import gatehouse.inventory.entity.ProtocolEndpoint;
import java.util.List;
import java.util.Set;

/**
 * An asset that a person may connect to, as shown in lists.
 *
 * @param protocols those that the person may use
 */
public record ReachableAsset(
        AssetId id,
        String name,
        String address,
        PlatformId platform,
        String platformName,
        Category category,
        List<ProtocolEndpoint> protocols,
        Set<NodeId> nodes,
        Set<Label> labels,
        String comment) {
    public ReachableAsset {
        protocols = List.copyOf(protocols);
        nodes = Set.copyOf(nodes);
        labels = Set.copyOf(labels);
    }
}
