package gatehouse.session.control;

import gatehouse.identity.entity.BuiltInRole;
import gatehouse.identity.entity.RightCatalogue;
import gatehouse.kernel.Right;
import gatehouse.session.entity.SessionRight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which built-in roles hold the rights of this context. */
@ApplicationScoped
class SessionRights implements RightCatalogue {
    private static final Set<BuiltInRole> ADMINISTRATORS = Set.of(BuiltInRole.ORGANISATION_ADMINISTRATOR);
    private static final Set<BuiltInRole> LOOKERS = Set.of(BuiltInRole.ORGANISATION_ADMINISTRATOR, BuiltInRole.AUDITOR);

    @Override
    public Map<Right, Set<BuiltInRole>> rights() {
        Map<Right, Set<BuiltInRole>> rights = new HashMap<>();
        for (SessionRight right : SessionRight.values()) {
            rights.put(right, roles(right));
        }
        return rights;
    }

    private static Set<BuiltInRole> roles(SessionRight right) {
        return switch (right) {
            case VIEW, WATCH, SHARE, COMMAND_VIEW, TRANSFER_VIEW, RECORDING_VIEW -> LOOKERS;
            case LOCK, TERMINATE -> ADMINISTRATORS;
        };
    }
}
