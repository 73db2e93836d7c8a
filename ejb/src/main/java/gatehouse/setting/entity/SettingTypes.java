package gatehouse.setting.entity;

import java.util.Set;

/** Port: which settings a context has. Each context that has some implements it in {@code control}; {@code setting} collects them. */
public interface SettingTypes {
    Set<Class<? extends Record>> types();
}
