package gatehouse.access.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;

/** When each sign-in was last used, for all servers together, in the cache {@code signins}; the row knows it to the minute. */
@ApplicationScoped
public class LastUse {
    private static final Duration KEPT = Duration.ofDays(1);

    @Resource(lookup = "java:jboss/infinispan/cache/gatehouse/signins")
    private Cache<String, String> cache;

    public Optional<Instant> find(UUID signIn) {
        return Optional.ofNullable(cache.get(signIn.toString()))
                .map(Long::valueOf)
                .map(Instant::ofEpochMilli);
    }

    public void put(UUID signIn, Instant at) {
        cache.put(signIn.toString(), Long.toString(at.toEpochMilli()), KEPT.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void forget(UUID signIn) {
        cache.remove(signIn.toString());
    }
}
