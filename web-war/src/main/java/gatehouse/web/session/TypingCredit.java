package gatehouse.web.session;

import java.util.OptionalLong;

/**
 * Holds a browser that types faster than its target takes it (R20.4). The browser counts, too, and waits; one that does not is cut off
 * before it costs memory. Thread-safe.
 */
final class TypingCredit {
    /** A browser waits at a quarter of this. */
    static final int MOST_WAITING = 1024 * 1024;

    static final int TELL_EVERY = 32 * 1024;

    private long waiting;
    private long done;
    private long told;
    private boolean cut;

    /**
     * What comes behind a piece that found no room is refused, too: it could mean something else without it.
     *
     * @param cutOff run once, for the first one
     */
    boolean admit(int bytes, Runnable cutOff) {
        synchronized (this) {
            if (cut) {
                return false;
            }
            if (take(bytes)) {
                return true;
            }
            cut = true;
        }
        cutOff.run();
        return false;
    }

    /** @return false when too much waits already */
    synchronized boolean take(int bytes) {
        waiting += bytes;
        return waiting <= MOST_WAITING;
    }

    /** @return the sum of what the target has taken, when it is time to tell the browser */
    synchronized OptionalLong taken(int bytes) {
        waiting -= bytes;
        done += bytes;
        if (done - told < TELL_EVERY) {
            return OptionalLong.empty();
        }
        told = done;
        return OptionalLong.of(done);
    }
}
