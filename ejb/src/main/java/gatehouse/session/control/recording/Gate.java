package gatehouse.session.control.recording;

import gatehouse.session.control.SessionLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps one direction's deliveries back, in their order, while they must not pass. What is kept is not completed, so that the
 * sender's window bounds it. Nothing is delivered under the lock: what is completed there may deliver more.
 */
final class Gate<T> {
    private final BooleanSupplier shut;
    private final Deque<T> kept = new ArrayDeque<>();
    private boolean passing;
    private boolean gone;

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

    private boolean isWaiting() {
        return passing || !kept.isEmpty();
    }

    private boolean keptIf(boolean must, Supplier<T> delivery) {
        if (must) {
            kept.add(delivery.get());
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
                next = kept.removeFirst();
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
        List<T> left = List.copyOf(kept);
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
