package gatehouse.policy.entity;

import gatehouse.identity.entity.GroupId;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which permissions an administrator wants to see: those that name all of these directly.
 *
 * @param endsBefore those that have not ended, but will before this
 */
public record PermissionFilter(
        Optional<UserId> user,
        Optional<GroupId> group,
        Optional<AssetId> asset,
        Optional<NodeId> node,
        Optional<Instant> endsBefore) {
    public static final PermissionFilter ALL = new PermissionFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
