package gatehouse.inventory.entity;

import java.util.Optional;

/**
 * Which assets an administrator wants to see; each part narrows.
 *
 * @param node assets in this place and below it
 * @param name the exact name, whatever the case
 */
public record AssetFilter(
        Optional<NodeId> node,
        Optional<PlatformId> platform,
        Optional<ZoneId> zone,
        Optional<String> name,
        Optional<String> address,
        Optional<Boolean> active) {
    public static final AssetFilter ALL = new AssetFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
