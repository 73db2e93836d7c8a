package gatehouse.policy.entity;

import java.time.Instant;
import java.util.Set;

/**
 * What one permission gives, whole: these actions until then. Never mixed with another grant's.
 *
 * @param until exclusive; {@link Decision#NEVER} when the permission does not end
 */
public record Grant(PermissionId permission, String permissionName, Set<Action> actions, Instant until) {
    public Grant {
        actions = Set.copyOf(actions);
    }
}
