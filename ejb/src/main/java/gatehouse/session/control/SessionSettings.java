package gatehouse.session.control;

import gatehouse.session.entity.ClientEndpoint;
import gatehouse.session.entity.RecordingRules;
import gatehouse.session.entity.SessionLimits;
import gatehouse.session.entity.SharingRules;
import gatehouse.session.entity.TransferRules;
import gatehouse.setting.entity.SettingTypes;
import jakarta.enterprise.context.Dependent;
import java.util.Set;

/** The settings of this context. */
@Dependent
public class SessionSettings implements SettingTypes {
    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(
                SessionLimits.class,
                RecordingRules.class,
                SharingRules.class,
                TransferRules.class,
                ClientEndpoint.class);
    }
}
