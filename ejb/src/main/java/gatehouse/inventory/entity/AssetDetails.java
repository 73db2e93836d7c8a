package gatehouse.inventory.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an administrator says about an asset.
 *
 * @param name unique in the organisation, whatever the case; 1 to 128 characters
 * @param address host name, IPv4 or IPv6 address, 1 to 255 characters
 * @param zone present when the asset is reached through gateways
 * @param protocols at least one, each at most once
 * @param nodes places in the tree; the root when empty
 */
public record AssetDetails(
        String name,
        String address,
        PlatformId platform,
        Optional<ZoneId> zone,
        List<ProtocolEndpoint> protocols,
        Set<NodeId> nodes,
        Set<Label> labels,
        boolean active,
        String comment) {
    public AssetDetails {
        name = name.strip();
        address = address.strip();
        comment = comment.strip();
        protocols = List.copyOf(protocols);
        nodes = Set.copyOf(nodes);
        labels = Set.copyOf(labels);
        check(name, address, comment);
        if (protocols.isEmpty()) {
            throw InventoryProblem.ASSET_INVALID.problem("an asset needs at least one protocol");
        }
        var names = protocols.stream().map(ProtocolEndpoint::protocol).collect(Collectors.toSet());
        if (names.size() < protocols.size()) {
            throw InventoryProblem.ASSET_INVALID.problem("each protocol may be given once");
        }
    }

    public AssetDetails in(Set<NodeId> places) {
        return new AssetDetails(name, address, platform, zone, protocols, places, labels, active, comment);
    }

    /** Whether connections would go to another place than by {@code before}, or speak there by another protocol or platform. */
    public boolean leadsElsewhere(AssetDetails before) {
        return !address.equalsIgnoreCase(before.address)
                || !zone.equals(before.zone)
                || !platform.equals(before.platform)
                || !Set.copyOf(protocols).equals(Set.copyOf(before.protocols));
    }

    /** Everything that a search looks at, in lower case. */
    public String searchText() {
        String marks = labels.stream().map(Label::toString).sorted().collect(Collectors.joining("\n"));
        return String.join("\n", name, address, comment, marks).toLowerCase(Locale.ROOT);
    }

    private static void check(String name, String address, String comment) {
        if (name.isEmpty() || name.length() > 128 || name.chars().anyMatch(Character::isISOControl)) {
            throw InventoryProblem.ASSET_INVALID.problem("the name must have 1 to 128 printable characters");
        }
        if (address.isEmpty() || address.length() > 255 || !address.matches("[\\p{L}\\p{N}._:%-]+")) {
            throw InventoryProblem.ASSET_INVALID.problem("the address must be a host name or an IP address");
        }
        if (comment.length() > 1024) {
            throw InventoryProblem.ASSET_INVALID.problem("the comment may have up to 1024 characters");
        }
    }
}
