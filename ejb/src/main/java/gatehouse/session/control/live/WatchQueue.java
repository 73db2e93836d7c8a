package gatehouse.session.control.live;

import gatehouse.connector.spi.WindowSize;
import gatehouse.session.entity.SessionWatcher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Stands between a session and one watcher: begins with a picture of the screen, holds at most 256 KiB, and starts afresh with a
 * picture when that is not enough.
 */
final class WatchQueue {
    static final int MAX_WAITING = 256 * 1024;

    private final SessionWatcher watcher;
    private final Supplier<CompletionStage<String>> picture;
    /** The output's own, so that a picture and what follows it fit together. */
    private final Object lock;

    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    /** A piece is on its way to the watcher, or a picture is being painted. */
    private boolean busy;

    private boolean stale = true;
    private boolean over;

    /** @param picture what paints the session's current screen; asked under {@code lock} */
    WatchQueue(SessionWatcher watcher, Supplier<CompletionStage<String>> picture, Object lock) {
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
        byte[] piece = null;
        CompletionStage<String> painting = null;
        synchronized (lock) {
            if (busy || over) {
                return;
            }
            if (stale) {
                stale = false;
                painting = picture.get();
            } else {
                piece = waiting.pollFirst();
                waitingBytes -= piece == null ? 0 : piece.length;
            }
            busy = painting != null || piece != null;
        }
        if (painting != null) {
            CompletionStage<Void> _ = painting.thenAccept(text -> deliver(text.getBytes(StandardCharsets.UTF_8)));
        } else if (piece != null) {
            deliver(piece);
        }
    }

    private void deliver(byte[] piece) {
        synchronized (lock) {
            if (over) {
                return;
            }
        }
        watcher.show(piece, this::shown);
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
