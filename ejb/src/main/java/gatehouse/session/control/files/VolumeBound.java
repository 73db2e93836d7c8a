package gatehouse.session.control.files;

import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** One direction's bytes, and the most of them while the permission does not carry files that way. */
final class VolumeBound {
    private final long most;
    private final BooleanSupplier unbounded;
    private final LongConsumer whenPassed;
    private long bytes;
    private boolean passed;

    /**
     * @param unbounded what the permission says now
     * @param whenPassed told once, with the bytes that went through; no lock is held
     */
    VolumeBound(long most, BooleanSupplier unbounded, LongConsumer whenPassed) {
        this.most = most;
        this.unbounded = unbounded;
        this.whenPassed = whenPassed;
    }

    /** Whether that many more may pass. */
    boolean passes(int length) {
        long before;
        synchronized (this) {
            before = bytes;
            if (passed) {
                return false;
            }
            if (bytes + length <= most || unbounded.getAsBoolean()) {
                bytes += length;
                return true;
            }
            passed = true;
        }
        whenPassed.accept(before);
        return false;
    }
}
