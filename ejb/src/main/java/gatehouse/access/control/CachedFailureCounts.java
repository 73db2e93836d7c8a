package gatehouse.access.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;

/** In the cache {@code throttles}, which a cluster replicates. */
@ApplicationScoped
public class CachedFailureCounts implements FailureCounts {
    @Resource(lookup = "java:jboss/infinispan/cache/gatehouse/throttles")
    private Cache<String, String> cache;

    @Override
    public FailureCount get(String key, Instant now, Duration window) {
        return current(cache.get(key), now, window);
    }

    @Override
    public FailureCount add(String key, Instant now, Duration window) {
        String written = cache.compute(
                key,
                (ignored, old) -> current(old, now, window).plusOne().toString(),
                window.toMillis(),
                TimeUnit.MILLISECONDS);
        return FailureCount.parse(written);
    }

    @Override
    public void clear(String key) {
        cache.remove(key);
    }

    @Override
    public Map<String, FailureCount> beginning(String prefix, Instant now, Duration window) {
        Map<String, FailureCount> found = new HashMap<>();
        cache.forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                found.put(key, current(text, now, window));
            }
        });
        return found;
    }

    private static FailureCount current(String text, Instant now, Duration window) {
        return Optional.ofNullable(text)
                .map(FailureCount::parse)
                .orElse(FailureCount.none(now))
                .at(now, window);
    }
}
