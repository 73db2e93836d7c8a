package gatehouse.access.control;

import gatehouse.access.entity.SignInRules;
import gatehouse.setting.entity.SettingTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

@ApplicationScoped
class AccessSettings implements SettingTypes {
    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(SignInRules.class);
    }
}
