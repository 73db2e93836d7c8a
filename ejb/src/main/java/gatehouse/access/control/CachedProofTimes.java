package gatehouse.access.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;

/** In the cache {@code signins}, beside the time of the last use. */
@ApplicationScoped
public class CachedProofTimes implements ProofTimes {
    private static final String PREFIX = "proof ";

    @Resource(lookup = "java:jboss/infinispan/cache/gatehouse/signins")
    private Cache<String, String> cache;

    @Override
    public Optional<Instant> find(UUID proof) {
        return Optional.ofNullable(cache.get(PREFIX + proof)).map(Long::valueOf).map(Instant::ofEpochMilli);
    }

    @Override
    public void put(UUID proof, Instant at, Duration kept) {
        cache.put(PREFIX + proof, Long.toString(at.toEpochMilli()), kept.toMillis(), TimeUnit.MILLISECONDS);
    }
}
