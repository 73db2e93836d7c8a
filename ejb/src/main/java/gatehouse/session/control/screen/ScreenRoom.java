package gatehouse.session.control.screen;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * How many cells all screens of this server have together. A screen that does not fit in is modelled at 80 × 24: whoever looks on sees
 * less of it, and commands are found as on a small terminal. A screen that nobody holds any more counts no longer, whether it was closed
 * or not.
 */
@ApplicationScoped
public class ScreenRoom {
    /** 80 MB when every cell is styled and has marks: a thousand screens of 80 × 24, two hundred of 200 × 50. */
    static final int MOST_CELLS = 4_000_000;

    private final Map<ScreenModel, Integer> taken = new WeakHashMap<>();
    private final int most;

    public ScreenRoom() {
        this(MOST_CELLS);
    }

    ScreenRoom(int most) {
        this.most = most;
    }

    /** In place of what {@code screen} had. @return false when there is no room; it keeps what it had then */
    synchronized boolean take(ScreenModel screen, int cells) {
        int others = taken() - taken.getOrDefault(screen, 0);
        if (others + cells > most) {
            return false;
        }
        taken.put(screen, cells);
        return true;
    }

    /** The least that a screen has, also where there is no room. */
    synchronized void insist(ScreenModel screen, int cells) {
        taken.put(screen, cells);
    }

    synchronized void leave(ScreenModel screen) {
        taken.remove(screen);
    }

    synchronized int taken() {
        return taken.values().stream().mapToInt(Integer::intValue).sum();
    }
}
