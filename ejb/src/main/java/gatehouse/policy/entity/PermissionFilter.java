package gatehouse.policy.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.UserId;
import java.util.Optional;
import java.util.UUID;

/** Which permissions an administrator wants to see: those that name all of these directly. */
public record PermissionFilter(
        Optional<UserId> user, Optional<UUID> group, Optional<AssetId> asset, Optional<NodeId> node) {
    public static final PermissionFilter ALL =
            new PermissionFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
