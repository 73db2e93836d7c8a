package gatehouse.policy.control;

import gatehouse.policy.entity.PermissionId;
import gatehouse.policy.entity.Permit;
import java.util.List;

/**
 * What changed among an organisation's permissions since some version.
 *
 * @param version up to which this goes
 * @param permits new and changed ones
 */
public record PermitChanges(long version, List<Permit> permits, List<PermissionId> removed) {
    public PermitChanges {
        permits = List.copyOf(permits);
        removed = List.copyOf(removed);
    }
}
