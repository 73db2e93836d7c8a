package gatehouse.connector.spi;

/** Told once the bytes it belongs to have been written, or dropped because the receiver is gone. Never blocks, never throws. */
@FunctionalInterface
public interface Completion {
    Completion NOTHING = () -> {};

    void complete();
}
