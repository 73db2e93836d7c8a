package gatehouse.session.control.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is not on the disk yet, in its order: buffers that wait, and before them those that are written and not forced. A disk may
 * lose what it has taken until it was forced, and says so once; so it is kept until then. Belongs to its recorder's lock; a buffer
 * that was given away by {@link #next} grows no more.
 */
final class Backlog {
    private final List<EventBuffer> unforced = new ArrayList<>();
    private final List<EventBuffer> full = new ArrayList<>();
    private EventBuffer growing = new EventBuffer();
    private long bytes;

    void add(EventType type, long micros, byte[] source, int offset, int length) {
        bytes += length;
        int done = 0;
        do {
            int added = growing.add(type, micros, source, offset + done, length - done);
            done += added;
            if (added == 0 || done < length) {
                full.add(growing);
                growing = new EventBuffer();
            }
        } while (done < length);
    }

    /** Whether a whole chunk waits. */
    boolean hasFull() {
        return !full.isEmpty();
    }

    boolean isWaiting() {
        return !full.isEmpty() || !growing.isEmpty();
    }

    long bytes() {
        return bytes;
    }

    long unforcedBytes() {
        return unforced.stream().mapToLong(EventBuffer::length).sum();
    }

    /** When the oldest event happened, micros since the start. */
    OptionalLong oldest() {
        if (!unforced.isEmpty()) {
            return unforced.getFirst().oldest();
        }
        return (full.isEmpty() ? growing : full.getFirst()).oldest();
    }

    /** The oldest buffer that is not written; it may be empty. It stays where it is until it is {@link #written}. */
    EventBuffer next() {
        if (full.isEmpty()) {
            full.add(growing);
            growing = new EventBuffer();
        }
        return full.getFirst();
    }

    /** Whether nothing is behind the next one. */
    boolean isNextTheLast() {
        return full.size() == 1 && growing.isEmpty();
    }

    void written() {
        unforced.add(full.removeFirst());
    }

    void forced() {
        unforced.clear();
        bytes = full.stream().mapToLong(EventBuffer::length).sum() + growing.length();
    }

    /** What was written and not forced is to be written again. */
    void putBack() {
        full.addAll(0, unforced);
        unforced.clear();
    }
}
