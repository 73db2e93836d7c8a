package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.Completion;
import java.util.concurrent.atomic.AtomicInteger;

/** Completes what arrived in one delivery once all the pieces that were made of it have been written. */
final class Parts implements Completion {
    private final Completion whole;
    /** One for the delivery itself, so that early pieces do not complete it. */
    private final AtomicInteger open = new AtomicInteger(1);

    Parts(Completion whole) {
        this.whole = whole;
    }

    /** One more piece: the returned completion must be completed once. */
    Completion piece() {
        open.incrementAndGet();
        return this;
    }

    @Override
    public void complete() {
        if (open.decrementAndGet() == 0) {
            whole.complete();
        }
    }
}
