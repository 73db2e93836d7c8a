package gatehouse.inventory.control;

import gatehouse.identity.entity.BuiltInRole;
import gatehouse.identity.entity.RightCatalogue;
import gatehouse.inventory.entity.InventoryRight;
import gatehouse.kernel.Right;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which built-in roles hold the rights of this context. */
@ApplicationScoped
class InventoryRights implements RightCatalogue {
    private static final Set<BuiltInRole> ADMINISTRATORS = Set.of(BuiltInRole.ORGANISATION_ADMINISTRATOR);
    private static final Set<BuiltInRole> LOOKERS = Set.of(BuiltInRole.ORGANISATION_ADMINISTRATOR, BuiltInRole.AUDITOR);

    @Override
    public Map<Right, Set<BuiltInRole>> rights() {
        Map<Right, Set<BuiltInRole>> rights = new HashMap<>();
        for (InventoryRight right : InventoryRight.values()) {
            rights.put(right, roles(right));
        }
        return rights;
    }

    private static Set<BuiltInRole> roles(InventoryRight right) {
        return switch (right) {
            case ASSET_VIEW, HOST_KEY_VIEW -> LOOKERS;
            case ASSET_CHANGE, NODE_CHANGE, PLATFORM_CHANGE, ZONE_CHANGE, HOST_KEY_ACCEPT -> ADMINISTRATORS;
        };
    }
}
