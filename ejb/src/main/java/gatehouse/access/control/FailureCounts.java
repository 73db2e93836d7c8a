package gatehouse.access.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Counts failures by key, for all servers together. */
interface FailureCounts {
    FailureCount get(String key, Instant now, Duration window);

    FailureCount add(String key, Instant now, Duration window);

    void clear(String key);

    /** The keys that begin so, with their counts. Goes through all there are. */
    Map<String, FailureCount> beginning(String prefix, Instant now, Duration window);
}
