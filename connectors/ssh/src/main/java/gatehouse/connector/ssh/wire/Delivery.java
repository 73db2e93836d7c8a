package gatehouse.connector.ssh.wire;

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

    /** @return false when the stream has ended: deliver nothing then */
    public synchronized boolean begin() {
        if (ended) {
            return false;
        }
        delivering = true;
        return true;
    }

    public void finish() {
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
