package gatehouse.session.entity;

import gatehouse.kernel.UserId;
import java.time.Duration;
import java.util.Set;

/** Whom somebody wants to invite to a running session, what they may do there, and for how long. */
public record Invitation(Set<UserId> people, ShareAccess access, Duration open) {
    public Invitation {
        people = Set.copyOf(people);
    }
}
