package gatehouse.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * How many bytes all output windows of this server keep together (R20.8). A window that nobody holds any more counts no longer, whether it
 * left or not.
 */
@ApplicationScoped
class WindowRoom {
    static final long MOST = 64L << 20;

    private final Map<OutputWindow, Integer> taken = new WeakHashMap<>();
    private final long most;
    private volatile boolean full;

    WindowRoom() {
        this(MOST);
    }

    WindowRoom(long most) {
        this.most = most;
    }

    synchronized void keeps(OutputWindow window, int bytes) {
        taken.put(window, bytes);
        count();
    }

    synchronized void leave(OutputWindow window) {
        taken.remove(window);
        count();
    }

    private void count() {
        full = taken.values().stream().mapToLong(Integer::longValue).sum() > most;
    }

    boolean isFull() {
        return full;
    }
}
