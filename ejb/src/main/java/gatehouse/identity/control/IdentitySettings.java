package gatehouse.identity.control;

import gatehouse.identity.entity.PasswordRules;
import gatehouse.setting.entity.SettingTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

@ApplicationScoped
class IdentitySettings implements SettingTypes {
    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(PasswordRules.class);
    }
}
