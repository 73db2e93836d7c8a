package gatehouse.session.entity;

import java.time.Instant;
import java.util.List;

/**
 * What a player knows of a recording before it has fetched any of it. Times are microseconds since the start.
 *
 * @param parts when each of its parts begins; a part is fetched by its number here
 * @param silences when nothing happens, by the second or so
 */
public record ReplayOutline(
        int columns, int rows, Instant start, String title, long micros, List<Long> parts, List<Silence> silences) {
    /** Nothing happens. */
    public record Silence(long from, long until) {}

    public ReplayOutline {
        parts = List.copyOf(parts);
        silences = List.copyOf(silences);
    }
}
