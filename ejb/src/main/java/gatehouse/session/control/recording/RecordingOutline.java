package gatehouse.session.control.recording;

import java.util.ArrayList;
import java.util.List;

/**
 * A recording in parts that are fetched one by one, found from the heads of its chunks alone. A part is up to a minute and about
 * 128 KiB on the disk. Since a chunk holds what happened within about a second, the silences between chunks are those of the session.
 */
public record RecordingOutline(List<Part> parts, List<Silence> silences) {
    static final int PART_BYTES = 128 * 1024;
    static final long PART_MICROS = 60_000_000;
    static final long SILENCE_MICROS = 3_000_000;
    /** What a chunk may last, and a moment to read its end. */
    static final long CHUNK_MICROS = 1_500_000;

    /**
     * @param first number of its first chunk
     * @param chunks how many
     * @param fromMicros when its first event happened
     */
    public record Part(int first, int chunks, long fromMicros) {}

    /** Nothing happens; micros since the start. */
    public record Silence(long from, long until) {}

    public RecordingOutline {
        parts = List.copyOf(parts);
        silences = List.copyOf(silences);
    }

    static RecordingOutline of(List<RecordingScan.Chunk> chunks) {
        Building building = new Building();
        chunks.forEach(building::add);
        return building.finished();
    }

    /** One pass over the heads of chunks. */
    private static final class Building {
        private final List<Part> parts = new ArrayList<>();
        private final List<Silence> silences = new ArrayList<>();
        private int number;
        private int first;
        private long firstMicros;
        private long lastMicros;
        private long bytes;

        void add(RecordingScan.Chunk chunk) {
            // the last chunk may be empty and then has no time
            long at = Math.max(lastMicros, chunk.firstMicros());
            boolean full = at - firstMicros > PART_MICROS || bytes + chunk.payload() > PART_BYTES;
            if (number > first && full) {
                parts.add(new Part(first, number - first, firstMicros));
                first = number;
                bytes = 0;
            }
            if (number > 0 && at - lastMicros > SILENCE_MICROS) {
                silences.add(new Silence(lastMicros + CHUNK_MICROS, at));
            }
            firstMicros = number == first ? at : firstMicros;
            lastMicros = at;
            bytes += chunk.payload();
            number++;
        }

        RecordingOutline finished() {
            if (number > 0) {
                parts.add(new Part(first, number - first, firstMicros));
            }
            return new RecordingOutline(parts, silences);
        }
    }
}
