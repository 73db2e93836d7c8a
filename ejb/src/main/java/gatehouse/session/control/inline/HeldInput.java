package gatehouse.session.control.inline;

import gatehouse.connector.spi.Completion;
import gatehouse.session.control.Detour;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a person types while a program at the target gives up. Such programs throw away what waits on their terminal (lrzsz's {@code
 * purgeline}), so it is kept until they have ended; more than 64 KiB are not kept, and an interrupt never waits.
 *
 * <p>Not thread-safe.
 */
final class HeldInput {
    private static final int MOST = 64 * 1024;
    private static final byte INTERRUPT = 3;

    private record Delivery(Sorted sorted, Completion done) {}

    private final Deque<Delivery> held = new ArrayDeque<>();
    private boolean holding;
    private int holds;
    private int length;

    /** @return which one it is, for {@link #isCurrent} */
    int hold() {
        holding = true;
        return ++holds;
    }

    /** Nobody asked to hold again since. */
    boolean isCurrent(int hold) {
        return hold == holds;
    }

    /** Whether it is kept; otherwise what was kept before goes first, and then this. */
    boolean keeps(Sorted sorted, Completion done) {
        if (!holding || sorted.isEmpty()) {
            return false;
        }
        if (sorted.contains(INTERRUPT) || length + sorted.length() > MOST) {
            holding = false;
            return false;
        }
        length += sorted.length();
        held.add(new Delivery(sorted.detached(), done));
        return true;
    }

    void release(Detour.Way stages, Detour.Way past) {
        holding = false;
        length = 0;
        for (Delivery next = held.poll(); next != null; next = held.poll()) {
            next.sorted().deliver(stages, past, next.done());
        }
    }

    /** Nobody wants it any more. */
    void drop() {
        holding = false;
        for (Delivery next = held.poll(); next != null; next = held.poll()) {
            next.done().complete();
        }
    }
}
