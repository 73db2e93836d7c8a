package gatehouse.setting.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.kernel.Caller;
import gatehouse.setting.control.SettingCache;
import gatehouse.setting.control.SettingRows;
import gatehouse.setting.entity.SettingContent;
import gatehouse.setting.entity.SettingGuard;
import gatehouse.setting.entity.SettingProblem;
import gatehouse.setting.entity.SettingRecord;
import gatehouse.setting.entity.SettingRight;
import gatehouse.setting.entity.SettingTypes;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Settings by their record's class for code, by their name for administrators. */
@Stateless
public class Settings {
    @Inject
    private SettingCache cache;

    @Inject
    private SettingRows rows;

    @Inject
    @Any
    private Instance<SettingTypes> catalogues;

    @Inject
    private SettingGuard guard;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** The settings in force, at most two seconds old. No caller: code may know its own settings. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public <T extends Record> T get(Class<T> settingsType) {
        return cache.get(settingsType);
    }

    /** Name → content, of all settings. */
    public SortedMap<String, JsonObject> list(Caller caller) {
        caller.require(SettingRight.VIEW);
        SortedMap<String, JsonObject> all = new TreeMap<>();
        types().forEach((name, type) -> all.put(name, SettingContent.write(cache.read(type))));
        return all;
    }

    public JsonObject require(Caller caller, String name) {
        caller.require(SettingRight.VIEW);
        return SettingContent.write(cache.read(requireType(name)));
    }

    /**
     * Absent keys go back to their defaults; unknown ones are refused.
     *
     * @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED}: what keeps people safe is set here
     */
    public JsonObject put(Caller caller, String name, JsonObject content) {
        caller.require(SettingRight.EDIT);
        guard.requireChange(caller);
        Class<? extends Record> type = requireType(name);
        JsonObject complete = SettingContent.write(SettingContent.read(type, content));
        SettingRecord row = rows.find(name).orElseGet(() -> new SettingRecord(name));
        row.change(complete.toString(), clock.instant(), caller.user().value());
        rows.add(row);
        cache.forget(type);
        audit.record(AuditEvent.of("setting.changed", caller)
                .with("setting", AuditField.open(name))
                .with("content", AuditField.open(complete)));
        return complete;
    }

    private Class<? extends Record> requireType(String name) {
        Class<? extends Record> type = types().get(name);
        if (type == null) {
            throw SettingProblem.SETTING_UNKNOWN.problem("there is no setting called " + name);
        }
        return type;
    }

    private SortedMap<String, Class<? extends Record>> types() {
        return catalogues.stream()
                .map(SettingTypes::types)
                .flatMap(Collection::stream)
                .collect(Collectors.toMap(SettingCache::nameOf, type -> type, (one, other) -> one, TreeMap::new));
    }
}
