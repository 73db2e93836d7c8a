package gatehouse.policy.entity;

import gatehouse.identity.entity.GroupId;
import gatehouse.kernel.UserId;
import java.time.Instant;
import java.util.Set;

/**
 * A person as the decision engine sees them.
 *
 * @param until when the person expires; {@link Decision#NEVER} when they do not
 */
public record Subject(UserId user, String username, Set<GroupId> groups, Instant until) {
    public Subject {
        groups = Set.copyOf(groups);
    }

    /** Who does not expire. */
    public Subject(UserId user, String username, Set<GroupId> groups) {
        this(user, username, groups, Decision.NEVER);
    }
}
