package gatehouse.access.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts of one server. */
final class CountsInMemory implements FailureCounts {
    private final Map<String, FailureCount> counts = new ConcurrentHashMap<>();

    @Override
    public FailureCount get(String key, Instant now, Duration window) {
        return counts.getOrDefault(key, FailureCount.none(now)).at(now, window);
    }

    @Override
    public FailureCount add(String key, Instant now, Duration window) {
        return counts.compute(
                key,
                (_, old) -> FailureCount.parse((old == null ? FailureCount.none(now) : old)
                        .at(now, window)
                        .plusOne()
                        .toString()));
    }

    @Override
    public void clear(String key) {
        counts.remove(key);
    }

    int size() {
        return counts.size();
    }
}
