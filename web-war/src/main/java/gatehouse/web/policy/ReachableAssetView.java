package gatehouse.web.policy;

import gatehouse.inventory.entity.Label;
import gatehouse.inventory.entity.NodeId;
import gatehouse.policy.entity.ReachableAsset;
import gatehouse.web.inventory.Endpoint;
import java.util.List;

/**
 * An asset that the caller may connect to.
 *
 * @param protocols those that the caller may use
 */
public record ReachableAssetView(
        String id,
        String name,
        String address,
        String platform,
        String platformName,
        String category,
        List<Endpoint> protocols,
        List<String> nodes,
        List<String> labels,
        String comment) {
    static ReachableAssetView from(ReachableAsset asset) {
        return new ReachableAssetView(
                asset.id().toString(),
                asset.name(),
                asset.address(),
                asset.platform().toString(),
                asset.platformName(),
                asset.category().name(),
                asset.protocols().stream().map(Endpoint::from).toList(),
                asset.nodes().stream().map(NodeId::toString).toList(),
                asset.labels().stream().map(Label::toString).sorted().toList(),
                asset.comment());
    }
}
