package gatehouse.policy.entity;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The one answer to an {@link AccessQuestion}. */
public sealed interface Decision {
    /** Stands for "does not end"; far away, and still fits databases and clients. */
    Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    List<Reason> reasons();

    /**
     * Go on.
     *
     * @param until when the asked action ends, by the grant of {@code permission}; {@link #NEVER} when it does not
     * @param actions of that same grant
     * @param permission the deciding one
     * @param grants all grants for the same account and protocol, each whole, the deciding one first
     */
    record Allow(Instant until, Set<Action> actions, List<Reason> reasons, PermissionId permission, List<Grant> grants)
            implements Decision {
        public Allow {
            actions = Set.copyOf(actions);
            reasons = List.copyOf(reasons);
            grants = List.copyOf(grants);
        }

        /** Whether some grant gives {@code action} at {@code at}; for checks during a session. */
        public boolean allows(Action action, Instant at) {
            return grants.stream().anyMatch(g -> g.actions().contains(action) && at.isBefore(g.until()));
        }
    }

    /** Stop. */
    record Deny(List<Reason> reasons) implements Decision {
        public Deny {
            reasons = List.copyOf(reasons);
        }
    }

    /** Somebody has to approve first. */
    record Review(List<Reason> reasons) implements Decision {
        public Review {
            reasons = List.copyOf(reasons);
        }
    }

    /** The person has to prove once more who they are. */
    record Challenge(List<Reason> reasons) implements Decision {
        public Challenge {
            reasons = List.copyOf(reasons);
        }
    }
}
