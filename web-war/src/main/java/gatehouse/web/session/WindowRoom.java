package gatehouse.web.session;

import gatehouse.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * How many bytes all output windows of this server keep together, and whose has to go when that is too much (R20.8): the largest of the
 * person who keeps most. So whoever fills the room loses it first, also with shells that are held back and print nothing. A window that
 * nobody holds any more counts no longer, whether it left or not.
 */
@ApplicationScoped
class WindowRoom {
    static final long MOST = 64L << 20;

    /** Does not count: its browser has acknowledged nearly all, and nothing is won by cutting it off. */
    static final int SMALL = 2 * OutputWindow.PIECE;

    private final Map<Keeper, Integer> taken = new WeakHashMap<>();
    private final long most;
    private volatile boolean full;

    /** Whose window it is. */
    interface Keeper {
        UserId person();

        /** Asked on any thread, without a lock of this room. @return false when it keeps little already */
        boolean letGo();
    }

    WindowRoom() {
        this(MOST);
    }

    WindowRoom(long most) {
        this.most = most;
    }

    synchronized void keeps(Keeper keeper, int bytes) {
        taken.put(keeper, bytes);
        count();
    }

    synchronized void leave(Keeper keeper) {
        taken.remove(keeper);
        count();
    }

    private void count() {
        full = taken.values().stream()
                        .filter(bytes -> bytes > SMALL)
                        .mapToLong(Integer::longValue)
                        .sum()
                > most;
    }

    boolean isFull() {
        return full;
    }

    /** Called without a lock of a window. */
    void makeRoom() {
        boolean more = full;
        while (more) {
            more = largest().map(Keeper::letGo).orElse(false) && full;
        }
    }

    private synchronized Optional<Keeper> largest() {
        count();
        if (!full) {
            return Optional.empty();
        }
        Map<UserId, Long> sums = new HashMap<>();
        taken.forEach((keeper, bytes) -> sums.merge(keeper.person(), (long) bytes, Long::sum));
        return taken.entrySet().stream()
                .filter(window -> window.getValue() > SMALL)
                .max(Comparator.<Map.Entry<Keeper, Integer>>comparingLong(
                                window -> sums.get(window.getKey().person()))
                        .thenComparing(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }
}
