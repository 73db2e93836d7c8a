package gatehouse.policy.entity;

import gatehouse.identity.entity.GroupId;
import gatehouse.kernel.UserId;
import java.util.Set;

/** A person as the decision engine sees them. */
public record Subject(UserId user, String username, Set<GroupId> groups) {
    public Subject {
        groups = Set.copyOf(groups);
    }
}
