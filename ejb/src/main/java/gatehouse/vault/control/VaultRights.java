package gatehouse.vault.control;

import gatehouse.identity.entity.BuiltInRole;
import gatehouse.identity.entity.RightCatalogue;
import gatehouse.kernel.Right;
import gatehouse.vault.entity.VaultRight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which built-in roles hold the rights of this context. */
@ApplicationScoped
class VaultRights implements RightCatalogue {
    private static final Set<BuiltInRole> ADMINISTRATORS = Set.of(BuiltInRole.ORGANISATION_ADMINISTRATOR);
    private static final Set<BuiltInRole> LOOKERS = Set.of(BuiltInRole.ORGANISATION_ADMINISTRATOR, BuiltInRole.AUDITOR);

    @Override
    public Map<Right, Set<BuiltInRole>> rights() {
        Map<Right, Set<BuiltInRole>> rights = new HashMap<>();
        for (VaultRight right : VaultRight.values()) {
            rights.put(right, roles(right));
        }
        return rights;
    }

    private static Set<BuiltInRole> roles(VaultRight right) {
        return switch (right) {
            case ACCOUNT_VIEW -> LOOKERS;
            case ACCOUNT_CHANGE, SECRET_WRITE -> ADMINISTRATORS;
        };
    }
}
