package gatehouse.access.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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

    @Override
    public Map<String, FailureCount> beginning(String prefix, Instant now, Duration window) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().at(now, window)));
    }

    int size() {
        return counts.size();
    }
}
