package gatehouse.connector.ssh.wire;

import gatehouse.connector.spi.Completion;

/**
 * Keeps the end of a stream behind its last delivery. The reader thread brackets each delivery; the end may be announced by any
 * thread, also from within a delivery, and is told once, by whoever is last. No lock is held while something is told.
 */
public final class Delivery {
    private final Runnable end;
    private boolean delivering;
    private boolean ended;
    private boolean told;

    public Delivery(Runnable end) {
        this.end = end;
    }

    /**
     * Runs {@code call}, which hands {@code done} on; once the stream has ended only completes it. Called on the reader thread.
     */
    public void deliver(Runnable call, Completion done) {
        if (!begin()) {
            done.complete();
            return;
        }
        try {
            call.run();
        } finally {
            finish();
        }
    }

    private synchronized boolean begin() {
        if (ended) {
            return false;
        }
        delivering = true;
        return true;
    }

    private void finish() {
        synchronized (this) {
            delivering = false;
        }
        tellOnce();
    }

    /** Announces the end. Idempotent. */
    public void end() {
        synchronized (this) {
            ended = true;
        }
        tellOnce();
    }

    private void tellOnce() {
        synchronized (this) {
            if (!ended || delivering || told) {
                return;
            }
            told = true;
        }
        end.run();
    }
}
