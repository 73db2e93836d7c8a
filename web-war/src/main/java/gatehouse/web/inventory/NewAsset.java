package gatehouse.web.inventory;

import gatehouse.inventory.entity.AssetDetails;
import gatehouse.inventory.entity.Label;
import gatehouse.inventory.entity.NodeId;
import gatehouse.inventory.entity.PlatformId;
import gatehouse.inventory.entity.ZoneId;
import gatehouse.web.Given;
import java.util.List;
import java.util.Optional;

/**
 * An asset as administrators write it.
 *
 * @param name unique in the organisation
 * @param platform id
 * @param zone id; absent when the asset is reached directly
 * @param nodes ids; the root when absent or empty
 * @param labels {@code name:value}
 * @param active true when absent
 */
public record NewAsset(
        String name,
        String address,
        String platform,
        Optional<String> zone,
        List<Endpoint> protocols,
        Optional<List<String>> nodes,
        Optional<List<String>> labels,
        Optional<Boolean> active,
        Optional<String> comment) {
    static NewAsset from(AssetDetails details) {
        return new NewAsset(
                details.name(),
                details.address(),
                details.platform().toString(),
                details.zone().map(ZoneId::toString),
                details.protocols().stream().map(Endpoint::from).toList(),
                Optional.of(details.nodes().stream().map(NodeId::toString).toList()),
                Optional.of(
                        details.labels().stream().map(Label::toString).sorted().toList()),
                Optional.of(details.active()),
                Optional.of(details.comment()));
    }

    AssetDetails details() {
        return new AssetDetails(
                name,
                address,
                PlatformId.parse(platform),
                Given.member(zone, ZoneId::parse),
                protocols.stream().map(Endpoint::endpoint).toList(),
                Given.set(nodes, NodeId::parse),
                Given.set(labels, Label::given),
                active.orElse(true),
                comment.orElse(""));
    }
}
