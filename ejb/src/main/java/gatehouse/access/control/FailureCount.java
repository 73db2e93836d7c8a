package gatehouse.access.control;

import java.time.Duration;
import java.time.Instant;

/**
 * Failures since the first of them. Written as {@code failures:epochMillis}, so that every cache can carry it between servers.
 */
record FailureCount(int failures, Instant since) {
    static FailureCount none(Instant now) {
        return new FailureCount(0, now);
    }

    static FailureCount parse(String text) {
        int colon = text.indexOf(':');
        return new FailureCount(
                Integer.parseInt(text.substring(0, colon)),
                Instant.ofEpochMilli(Long.parseLong(text.substring(colon + 1))));
    }

    /** A window that has passed counts no more. */
    FailureCount at(Instant now, Duration window) {
        return now.isBefore(since.plus(window)) ? this : none(now);
    }

    FailureCount plusOne() {
        return new FailureCount(failures + 1, since);
    }

    Duration left(Instant now, Duration window) {
        return Duration.between(now, since.plus(window));
    }

    @Override
    public String toString() {
        return failures + ":" + since.toEpochMilli();
    }
}
