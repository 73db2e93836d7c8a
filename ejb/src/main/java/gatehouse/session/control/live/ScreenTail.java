package gatehouse.session.control.live;

import java.util.Arrays;

/**
 * The last output of a session, from which a terminal that is cleared first shows about what the person sees. Grows from nothing to
 * 32 KiB; holds less when less was shown. Belongs to its session's output lock.
 */
final class ScreenTail {
    static final int SIZE = 32 * 1024;

    private static final byte[] CLEAR = {0x1b, 'c'};

    private byte[] ring = new byte[0];
    private int end;
    private boolean wrapped;

    void add(byte[] bytes, int offset, int length) {
        int from = offset + Math.max(0, length - SIZE);
        int count = offset + length - from;
        grow(count);
        int first = Math.min(count, ring.length - end);
        System.arraycopy(bytes, from, ring, end, first);
        System.arraycopy(bytes, from + first, ring, 0, count - first);
        wrapped |= end + count > ring.length || (end + count == ring.length && ring.length == SIZE);
        end = (end + count) % Math.max(1, ring.length);
    }

    private void grow(int more) {
        if (wrapped || end + more < ring.length) {
            return;
        }
        int size = Math.min(SIZE, Math.max(1024, Integer.highestOneBit(end + more) << 1));
        if (size > ring.length) {
            ring = Arrays.copyOf(ring, size);
        }
    }

    /** From the first line break on when older output was dropped, so that it does not begin within a character or sequence. */
    byte[] picture() {
        byte[] tail = wrapped ? unrolled() : Arrays.copyOf(ring, end);
        int from = wrapped ? afterBreak(tail) : 0;
        byte[] picture = Arrays.copyOf(CLEAR, CLEAR.length + tail.length - from);
        System.arraycopy(tail, from, picture, CLEAR.length, tail.length - from);
        return picture;
    }

    private byte[] unrolled() {
        byte[] tail = new byte[ring.length];
        System.arraycopy(ring, end, tail, 0, ring.length - end);
        System.arraycopy(ring, 0, tail, ring.length - end, end);
        return tail;
    }

    private static int afterBreak(byte[] tail) {
        for (int i = 0; i < tail.length; i++) {
            if (tail[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }
}
