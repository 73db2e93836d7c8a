package gatehouse.access.control;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts of one server. */
final class CountsInMemory implements FailureCounts {
    private final Map<String, FailureCount> counts = new HashMap<>();

    @Override
    public FailureCount get(String key, Instant now, Duration window) {
        return counts.getOrDefault(key, FailureCount.none(now)).at(now, window);
    }

    @Override
    public FailureCount add(String key, Instant now, Duration window) {
        FailureCount next = FailureCount.parse(get(key, now, window).plusOne().toString());
        counts.put(key, next);
        return next;
    }

    @Override
    public void clear(String key) {
        counts.remove(key);
    }

    int size() {
        return counts.size();
    }
}
