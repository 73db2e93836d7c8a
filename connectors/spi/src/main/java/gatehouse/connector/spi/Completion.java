package gatehouse.connector.spi;

/**
 * Told once the bytes it belongs to have been written, or dropped because the receiver is gone: exactly once for each delivery (R1.2),
 * on any thread, perhaps within the call that delivered. It stands for all of that call's bytes, and says nothing about whether they
 * arrived. The source bounds what is under way by it: in bytes, one window of its own. Never blocks, never throws.
 */
@FunctionalInterface
public interface Completion {
    /** For bytes that nobody counts. */
    Completion NOTHING = () -> {};

    void complete();
}
