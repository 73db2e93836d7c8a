package gatehouse.web.inventory;

import gatehouse.inventory.entity.AssetDetails;
import gatehouse.inventory.entity.Label;
import gatehouse.inventory.entity.NodeId;
import gatehouse.inventory.entity.PlatformId;
import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.inventory.entity.ZoneId;
import gatehouse.web.Members;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        Members members = new Members();
        PlatformId platformId = members.id("platform", platform, PlatformId::parse);
        Optional<ZoneId> zoneId = members.id("zone", zone, ZoneId::parse);
        List<ProtocolEndpoint> endpoints = members.list("protocols", protocols, Endpoint::endpoint);
        Set<NodeId> places = members.set("nodes", nodes, NodeId::parse);
        Set<Label> marks = members.set("labels", labels, Label::given);
        return members.whole(() -> new AssetDetails(
                name, address, platformId, zoneId, endpoints, places, marks, active.orElse(true), comment.orElse("")));
    }
}
