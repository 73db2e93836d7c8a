package gatehouse.session.control.recording;

import java.util.Arrays;
import java.util.OptionalLong;

/** The plain text of one chunk while it grows. Belongs to its recorder's lock. */
final class EventBuffer {
    private static final int FIRST_SIZE = 2048;
    /** Type and two varints of at most ten bytes. */
    private static final int MAX_HEAD = 21;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;
    private long firstMicros = -1;
    private long lastMicros;

    /** @return how many of the bytes found room; 0 when the buffer is full */
    int add(EventType type, long micros, byte[] source, int offset, int count) {
        int fit = Math.min(count, RecordingFormat.MAX_PLAIN - length - MAX_HEAD);
        if (fit < count && fit < RecordingFormat.MAX_PLAIN / 8) {
            return 0;
        }
        grow(MAX_HEAD + fit);
        long since = firstMicros < 0 ? micros : Math.max(0, micros - lastMicros);
        firstMicros = firstMicros < 0 ? micros : firstMicros;
        lastMicros = Math.max(micros, lastMicros);
        bytes[length++] = type.code();
        varint(since);
        varint(fit);
        System.arraycopy(source, offset, bytes, length, fit);
        length += fit;
        return fit;
    }

    private void grow(int more) {
        if (length + more > bytes.length) {
            int size = Math.min(RecordingFormat.MAX_PLAIN, Math.max(2 * bytes.length, length + more));
            bytes = Arrays.copyOf(bytes, size);
        }
    }

    private void varint(long value) {
        long rest = value;
        while (rest > 0x7f) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    boolean isEmpty() {
        return length == 0;
    }

    long firstMicros() {
        return Math.max(0, firstMicros);
    }

    /** When its first event happened. */
    OptionalLong oldest() {
        return firstMicros < 0 ? OptionalLong.empty() : OptionalLong.of(firstMicros);
    }
}
