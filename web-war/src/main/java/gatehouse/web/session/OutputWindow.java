package gatehouse.web.session;

import gatehouse.connector.spi.Completion;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The output that a browser has not acknowledged: kept to be sent, and to be sent again. Positions count bytes from the session's
 * start. Belongs to its shell's lock.
 */
final class OutputWindow {
    /** R20.1 */
    static final int MAX_UNDER_WAY = 1024 * 1024;

    /** What a source may still push after it was asked to wait (its own window), and then some. */
    static final int MAX_KEPT = 8 * MAX_UNDER_WAY;

    static final int PIECE = 64 * 1024;

    private final WindowRoom room;
    private final WindowRoom.Keeper keeper;
    private final Deque<Completion> waiting = new ArrayDeque<>();
    private byte[] kept = new byte[0];
    private int length;
    private long start;
    private long sent;
    private long acknowledged;

    OutputWindow(WindowRoom room, WindowRoom.Keeper keeper) {
        this.room = room;
        this.keeper = keeper;
    }

    /** @return whether {@code done} may complete now; otherwise it is kept until an acknowledgement */
    boolean add(byte[] bytes, int offset, int count, Completion done, boolean attached) {
        makeRoom(count);
        System.arraycopy(bytes, offset, kept, length, count);
        length += count;
        if (!attached) {
            forget(end() - MAX_UNDER_WAY);
            return true;
        }
        if (end() - acknowledged > MAX_UNDER_WAY) {
            waiting.add(done);
            return false;
        }
        return true;
    }

    private void makeRoom(int count) {
        if (length + count > MAX_KEPT) {
            forget(end() + count - MAX_KEPT);
        }
        if (length + count > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(length + count, Math.min(MAX_KEPT, 2 * kept.length)));
            room.keeps(keeper, kept.length);
        }
    }

    /** Whether it takes so little room that letting it go is not worth it. */
    boolean isSmall() {
        return kept.length <= WindowRoom.SMALL;
    }

    /** Keeps nothing of what came until now: whoever comes back sees the screen painted. */
    void letGo() {
        skipToEnd();
        kept = new byte[0];
        room.keeps(keeper, 0);
    }

    /** Nothing more comes. */
    void close() {
        room.leave(keeper);
    }

    /** What is before {@code position} will not be asked for again. */
    private void forget(long position) {
        int drop = Math.clamp(position - start, 0, length);
        System.arraycopy(kept, drop, kept, 0, length - drop);
        length -= drop;
        start += drop;
        sent = Math.max(sent, start);
        if (length <= PIECE && kept.length > 2 * PIECE) {
            kept = Arrays.copyOf(kept, PIECE);
            room.keeps(keeper, kept.length);
        }
    }

    long end() {
        return start + length;
    }

    /** The next piece to send; empty when there is none. */
    byte[] next() {
        int from = (int) (sent - start);
        int count = Math.min(PIECE, length - from);
        sent += count;
        return Arrays.copyOfRange(kept, from, from + count);
    }

    /** @return completions that need not wait any longer */
    List<Completion> acknowledge(long position) {
        acknowledged = Math.clamp(position, acknowledged, sent);
        if (acknowledged - start > PIECE) {
            forget(acknowledged);
        }
        return released();
    }

    private List<Completion> released() {
        if (end() - acknowledged > MAX_UNDER_WAY) {
            return List.of();
        }
        return drain();
    }

    /** All completions: nobody reads at the moment, or ever again. */
    List<Completion> drain() {
        List<Completion> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    /** Whether everything after {@code received} can be sent again. */
    boolean keeps(long received) {
        return received >= start && received <= end();
    }

    /** Goes back to where the browser was. */
    void rewind(long received) {
        sent = Math.clamp(received, start, end());
        acknowledged = sent;
    }

    /** Nothing that came until now will be sent. @return where sending goes on */
    long skipToEnd() {
        forget(end());
        sent = end();
        acknowledged = sent;
        return sent;
    }
}
