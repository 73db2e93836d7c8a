package gatehouse.inventory.entity;

import gatehouse.kernel.FieldChecks;
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
        check(name, address, protocols, comment);
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

    private static void check(String name, String address, List<ProtocolEndpoint> protocols, String comment) {
        InventoryProblem invalid = InventoryProblem.ASSET_INVALID;
        boolean named = !name.isEmpty() && name.length() <= 128 && name.chars().noneMatch(Character::isISOControl);
        long different =
                protocols.stream().map(ProtocolEndpoint::protocol).distinct().count();
        new FieldChecks()
                .require(named, "name", invalid, "the name must have 1 to 128 printable characters")
                .require(isAddress(address), "address", invalid, "the address must be a host name or an IP address")
                .require(different > 0, "protocols", invalid, "an asset needs at least one protocol")
                .require(different == protocols.size(), "protocols", invalid, "each protocol may be given once")
                .require(comment.length() <= 1024, "comment", invalid, "the comment may have up to 1024 characters")
                .orThrow();
    }

    private static boolean isAddress(String text) {
        return text.length() <= 255 && text.matches("[\\p{L}\\p{N}._:%-]+");
    }
}
