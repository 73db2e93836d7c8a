package gatehouse.setting.control;

import gatehouse.kernel.DatabaseOutage;
import gatehouse.setting.entity.Setting;
import gatehouse.setting.entity.SettingContent;
import gatehouse.setting.entity.SettingRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Settings are read on every decision; a copy is good for two seconds (R3.3). */
@ApplicationScoped
public class SettingCache {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private record Entry(Record settings, Instant until) {}

    private final Map<Class<?>, Entry> entries = new ConcurrentHashMap<>();
    private SettingRows rows;
    private Clock clock;

    protected SettingCache() {}

    @Inject
    SettingCache(SettingRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public <T extends Record> T get(Class<T> type) {
        Instant now = clock.instant();
        Entry entry = entries.get(type);
        if (entry == null || !now.isBefore(entry.until())) {
            entry = new Entry(readOrKeep(type, entry), now.plus(FRESH));
            entries.put(type, entry);
        }
        return type.cast(entry.settings());
    }

    /** While the database is away the last known settings hold: sessions that run go on under their rules. */
    private Record readOrKeep(Class<? extends Record> type, Entry known) {
        try {
            return read(type);
        } catch (RuntimeException failure) {
            if (known == null || DatabaseOutage.in(failure).isEmpty()) {
                throw failure;
            }
            return known.settings();
        }
    }

    public void forget(Class<?> type) {
        entries.remove(type);
    }

    public <T extends Record> T read(Class<T> type) {
        return rows.find(nameOf(type))
                .map(SettingRecord::content)
                .map(content -> SettingContent.read(type, content))
                .orElseGet(() -> SettingContent.standard(type));
    }

    public static String nameOf(Class<?> type) {
        return type.getAnnotation(Setting.class).value();
    }
}
