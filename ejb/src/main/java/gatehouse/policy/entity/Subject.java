package gatehouse.policy.entity;

import gatehouse.kernel.UserId;
import java.util.Set;
import java.util.UUID;

/** A person as the decision engine sees them. */
public record Subject(UserId user, String username, Set<UUID> groups) {
    public Subject {
        groups = Set.copyOf(groups);
    }
}
