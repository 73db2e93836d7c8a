package gatehouse.inventory.entity;

import java.util.List;
import java.util.Set;

/**
 * What others keep in memory about an asset.
 *
 * @param searchText everything that a search looks at, in lower case
 */
public record AssetFacts(
        AssetId id,
        String name,
        String address,
        PlatformId platform,
        List<ProtocolEndpoint> protocols,
        Set<NodeId> nodes,
        Set<Label> labels,
        boolean active,
        String comment,
        String searchText) {
    public AssetFacts {
        protocols = List.copyOf(protocols);
        nodes = Set.copyOf(nodes);
        labels = Set.copyOf(labels);
    }

    public boolean speaks(String protocol) {
        return protocols.stream().anyMatch(endpoint -> endpoint.protocol().equals(protocol));
    }
}
