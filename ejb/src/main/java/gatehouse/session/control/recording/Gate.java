package gatehouse.session.control.recording;

import gatehouse.session.control.SessionLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps one direction's deliveries back, in their order, while they must not pass. What is kept is not completed, so that the
 * sender's window bounds it; of what has no window only the newest few are kept. Nothing is delivered under the lock: what is completed there may deliver more.
 */
final class Gate<T> {
    private final BooleanSupplier shut;
    private final SequencedSet<Kept<T>> kept = new LinkedHashSet<>();
    /** Of each kind that is kept for its newest few only. */
    private final Map<Class<?>, Deque<Kept<T>>> newest = new HashMap<>();

    private boolean passing;
    private boolean gone;

    /** Is only itself: two that say the same are two. */
    private static final class Kept<T> {
        final T delivery;

        Kept(T delivery) {
            this.delivery = delivery;
        }
    }

    /** @param shut whether nothing may pass now */
    Gate(BooleanSupplier shut) {
        this.shut = shut;
    }

    /** Whether it is kept, because nothing may pass or others wait before it; otherwise the caller delivers it. */
    synchronized boolean keeps(Supplier<T> delivery) {
        return keptIf(isShut() || isWaiting(), delivery);
    }

    /** The same for what may pass a shut gate, but overtake nothing. */
    synchronized boolean keepsBehind(Supplier<T> delivery) {
        return keptIf(isWaiting(), delivery);
    }

    /**
     * The same for what no window bounds: of its kind only the newest few are kept.
     *
     * @param most of its kind
     */
    synchronized boolean keepsNewest(int most, T delivery) {
        if (!keeps(() -> delivery)) {
            return false;
        }
        Deque<Kept<T>> ofKind = newest.computeIfAbsent(delivery.getClass(), _ -> new ArrayDeque<>());
        ofKind.add(kept.getLast());
        if (ofKind.size() > most) {
            kept.remove(ofKind.removeFirst()); // or it has passed by now
        }
        return true;
    }

    private boolean isWaiting() {
        return passing || !kept.isEmpty();
    }

    private boolean keptIf(boolean must, Supplier<T> delivery) {
        if (must) {
            kept.add(new Kept<>(delivery.get()));
        }
        return must;
    }

    private boolean isShut() {
        return !gone && shut.getAsBoolean();
    }

    /**
     * Delivers what was kept, for as long as it may pass.
     *
     * @param way where it goes on
     */
    void open(Consumer<T> way) {
        boolean mine = false;
        while (true) {
            T next;
            synchronized (this) {
                if (passing && !mine) {
                    return;
                }
                mine = !kept.isEmpty() && !isShut();
                passing = mine;
                if (!mine) {
                    return;
                }
                next = kept.removeFirst().delivery;
            }
            deliver(next, way);
        }
    }

    private void deliver(T next, Consumer<T> way) {
        try {
            way.accept(next);
        } catch (RuntimeException defect) { // what waits behind it must not stay for ever
            SessionLog.LOG.recorderListenerBroken(defect);
        }
    }

    /** Keeps nothing from now on. What was kept is the caller's. */
    synchronized List<T> drop() {
        gone = true;
        List<T> left = kept.stream().map(each -> each.delivery).toList();
        kept.clear();
        return left;
    }

    /** Keeps nothing from now on, and delivers what was kept. */
    void openForGood(Consumer<T> way) {
        synchronized (this) {
            gone = true;
        }
        open(way);
    }
}
