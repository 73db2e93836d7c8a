package gatehouse.access.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;

/** In the cache {@code answers}, which a cluster replicates. */
@ApplicationScoped
public class CachedAnswerMemory implements AnswerMemory {
    @Resource(lookup = "java:jboss/infinispan/cache/gatehouse/answers")
    private Cache<String, String> cache;

    @Override
    public Optional<String> find(String place) {
        return Optional.ofNullable(cache.get(place));
    }

    @Override
    public Optional<String> putIfAbsent(String place, String text, Duration kept) {
        return Optional.ofNullable(cache.putIfAbsent(place, text, kept.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void replace(String place, String old, String text, Duration kept) {
        cache.replace(place, old, text, kept.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void remove(String place, String old) {
        cache.remove(place, old);
    }

    @Override
    public long count(String prefix) {
        return cache.keySet().stream().filter(place -> place.startsWith(prefix)).count();
    }
}
