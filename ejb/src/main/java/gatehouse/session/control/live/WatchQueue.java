package gatehouse.session.control.live;

import gatehouse.connector.spi.WindowSize;
import gatehouse.session.entity.SessionWatcher;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Stands between a session and one watcher: holds at most 256 KiB, and starts afresh with a picture when that is not enough. */
final class WatchQueue {
    static final int MAX_WAITING = 256 * 1024;

    private final SessionWatcher watcher;
    private final Supplier<byte[]> picture;
    /** The output's own, so that a picture and what follows it fit together. */
    private final Object lock;

    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean busy;
    private boolean stale = true;
    private boolean over;

    /** @param picture what clears a screen and paints the session's current one; asked under {@code lock} */
    WatchQueue(SessionWatcher watcher, Supplier<byte[]> picture, Object lock) {
        this.watcher = watcher;
        this.picture = picture;
        this.lock = lock;
    }

    /** The first picture. */
    void begin(WindowSize size) {
        watcher.resized(size);
        next();
    }

    /** @param bytes shared by all watchers, not changed by anybody */
    void show(byte[] bytes) {
        synchronized (lock) {
            if (stale) {
                return;
            }
            if (waitingBytes + bytes.length > MAX_WAITING) {
                waiting.clear();
                waitingBytes = 0;
                stale = true;
                return;
            }
            waiting.add(bytes);
            waitingBytes += bytes.length;
        }
        next();
    }

    private void next() {
        byte[] piece;
        synchronized (lock) {
            if (busy || over) {
                return;
            }
            piece = take();
            busy = piece.length > 0;
        }
        if (piece.length > 0) {
            watcher.show(piece, this::shown);
        }
    }

    private byte[] take() {
        if (stale) {
            stale = false;
            return picture.get();
        }
        byte[] piece = waiting.isEmpty() ? new byte[0] : waiting.removeFirst();
        waitingBytes -= piece.length;
        return piece;
    }

    private void shown() {
        synchronized (lock) {
            busy = false;
        }
        next();
    }

    void resized(WindowSize size) {
        watcher.resized(size);
    }

    void end(String why) {
        synchronized (lock) {
            if (over) {
                return;
            }
            over = true;
            waiting.clear();
        }
        watcher.ended(why);
    }
}
