package gatehouse.web.policy;

import gatehouse.policy.entity.AssetPermission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An asset permission as administrators see it; the fields mean what they mean in {@link NewPermission}. */
public record PermissionView(
        String id,
        String name,
        List<String> users,
        List<String> groups,
        List<String> assets,
        List<String> nodes,
        List<String> accounts,
        List<String> protocols,
        List<String> actions,
        List<String> tunnels,
        Optional<Instant> from,
        Optional<Instant> until,
        boolean active,
        String comment,
        Instant createdAt,
        Instant updatedAt) {
    static PermissionView from(AssetPermission permission) {
        NewPermission written = NewPermission.from(permission.details());
        return new PermissionView(
                permission.id().toString(),
                written.name(),
                written.users().orElseThrow(),
                written.groups().orElseThrow(),
                written.assets().orElseThrow(),
                written.nodes().orElseThrow(),
                written.accounts(),
                written.protocols().orElseThrow(),
                written.actions().orElseThrow(),
                written.tunnels().orElseThrow(),
                written.from(),
                written.until(),
                written.active().orElseThrow(),
                written.comment().orElseThrow(),
                permission.createdAt(),
                permission.updatedAt());
    }
}
