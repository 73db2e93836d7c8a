package gatehouse.access.control;

import java.time.Duration;
import java.time.Instant;

/** Counts failures by key, for all servers together. */
interface FailureCounts {
    FailureCount get(String key, Instant now, Duration window);

    FailureCount add(String key, Instant now, Duration window);

    void clear(String key);
}
