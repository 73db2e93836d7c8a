package gatehouse.policy.entity;

import gatehouse.identity.entity.GroupId;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.UserId;
import java.util.Optional;

/** Which permissions an administrator wants to see: those that name all of these directly. */
public record PermissionFilter(
        Optional<UserId> user, Optional<GroupId> group, Optional<AssetId> asset, Optional<NodeId> node) {
    public static final PermissionFilter ALL =
            new PermissionFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
