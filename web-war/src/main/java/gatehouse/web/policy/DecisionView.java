package gatehouse.web.policy;

import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.Grant;
import gatehouse.policy.entity.PermissionId;
import gatehouse.policy.entity.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An answer of the decision point.
 *
 * @param decision ALLOW, DENY, REVIEW or CHALLENGE
 * @param until when it ends; absent when it does not, or when it is no ALLOW
 * @param grants what each permission gives, whole; the deciding one first
 */
public record DecisionView(String decision, Optional<Instant> until, List<ReasonView> reasons, List<GrantView> grants) {
    /** @param permission id, when the reason is about one */
    public record ReasonView(String code, Optional<String> permission, String text) {
        static ReasonView from(Reason reason) {
            return new ReasonView(reason.code().name(), reason.permission().map(PermissionId::toString), reason.text());
        }
    }

    /** @param until absent when it does not end */
    public record GrantView(String permission, String name, List<String> actions, Optional<Instant> until) {
        static GrantView from(Grant grant) {
            return new GrantView(
                    grant.permission().toString(),
                    grant.permissionName(),
                    grant.actions().stream().sorted().map(Action::name).toList(),
                    end(grant.until()));
        }
    }

    static DecisionView from(Decision decision) {
        return switch (decision) {
            case Decision.Allow allow ->
                new DecisionView(
                        "ALLOW",
                        end(allow.until()),
                        reasons(allow),
                        allow.grants().stream().map(GrantView::from).toList());
            case Decision.Deny deny -> without("DENY", deny);
            case Decision.Review review -> without("REVIEW", review);
            case Decision.Challenge challenge -> without("CHALLENGE", challenge);
        };
    }

    private static DecisionView without(String word, Decision decision) {
        return new DecisionView(word, Optional.empty(), reasons(decision), List.of());
    }

    private static List<ReasonView> reasons(Decision decision) {
        return decision.reasons().stream().map(ReasonView::from).toList();
    }

    private static Optional<Instant> end(Instant until) {
        return until.equals(Decision.NEVER) ? Optional.empty() : Optional.of(until);
    }
}
