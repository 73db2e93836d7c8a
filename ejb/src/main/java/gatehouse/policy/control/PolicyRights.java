package gatehouse.policy.control;

import gatehouse.identity.entity.BuiltInRole;
import gatehouse.identity.entity.RightCatalogue;
import gatehouse.kernel.Right;
import gatehouse.policy.entity.PolicyRight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which built-in roles hold the rights of this context. */
@ApplicationScoped
class PolicyRights implements RightCatalogue {
    private static final Set<BuiltInRole> ADMINISTRATORS = Set.of(BuiltInRole.ORGANISATION_ADMINISTRATOR);
    private static final Set<BuiltInRole> LOOKERS = Set.of(BuiltInRole.ORGANISATION_ADMINISTRATOR, BuiltInRole.AUDITOR);

    @Override
    public Map<Right, Set<BuiltInRole>> rights() {
        Map<Right, Set<BuiltInRole>> rights = new HashMap<>();
        for (PolicyRight right : PolicyRight.values()) {
            rights.put(right, roles(right));
        }
        return rights;
    }

    private static Set<BuiltInRole> roles(PolicyRight right) {
        return switch (right) {
            case PERMISSION_VIEW, DECISION_EXPLAIN -> LOOKERS;
            case PERMISSION_CHANGE -> ADMINISTRATORS;
        };
    }
}
