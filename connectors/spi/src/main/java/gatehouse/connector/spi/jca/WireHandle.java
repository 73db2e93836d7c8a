package gatehouse.connector.spi.jca;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the application holds of a wire. The wire ends with it. */
public abstract class WireHandle implements AutoCloseable {
    private final WirePlace place;
    private final AtomicBoolean released = new AtomicBoolean();
    private volatile boolean closed;

    protected WireHandle(WirePlace place) {
        this.place = place;
    }

    /** Ends the wire at once. Idempotent. */
    protected abstract void cut();

    /** What the target calls itself, empty when it does not. */
    public abstract String serverVersion();

    /** Completes when the wire is gone, whoever closed it. */
    public abstract CompletionStage<Void> whenClosed();

    protected final boolean isClosed() {
        return closed;
    }

    /** From now on the container learns of the end. Not before it has handed this out: it would miss it. */
    final void tellContainer() {
        CompletionStage<Void> _ = whenClosed().thenRun(this::release);
    }

    private void release() {
        if (released.compareAndSet(false, true)) {
            place.release(this);
        }
    }

    /** By the container. */
    final void hangUp() {
        closed = true;
        cut();
    }

    @Override
    public final void close() {
        hangUp();
        release();
    }
}
