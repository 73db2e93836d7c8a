package gatehouse.inventory.control;

import gatehouse.inventory.entity.GatewayChecks;
import gatehouse.inventory.entity.HostKeyRules;
import gatehouse.setting.entity.SettingTypes;
import jakarta.enterprise.context.Dependent;
import java.util.Set;

/** The inventory's settings. */
@Dependent
public class InventorySettings implements SettingTypes {
    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(HostKeyRules.class, GatewayChecks.class);
    }
}
