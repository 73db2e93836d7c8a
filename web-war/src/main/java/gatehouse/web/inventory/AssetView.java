package gatehouse.web.inventory;

import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.Label;
import gatehouse.inventory.entity.NodeId;
import gatehouse.inventory.entity.ZoneId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An asset as administrators see it; {@code zone} is absent when the asset is reached directly. */
public record AssetView(
        String id,
        String name,
        String address,
        String platform,
        Optional<String> zone,
        List<Endpoint> protocols,
        List<String> nodes,
        List<String> labels,
        boolean active,
        String comment,
        Instant createdAt,
        Instant updatedAt) {
    static AssetView from(Asset asset) {
        return new AssetView(
                asset.id().toString(),
                asset.name(),
                asset.address(),
                asset.platform().toString(),
                asset.zone().map(ZoneId::toString),
                asset.protocols().stream().map(Endpoint::from).toList(),
                asset.nodes().stream().map(NodeId::toString).toList(),
                asset.labels().stream().map(Label::toString).sorted().toList(),
                asset.active(),
                asset.comment(),
                asset.createdAt(),
                asset.updatedAt());
    }
}
