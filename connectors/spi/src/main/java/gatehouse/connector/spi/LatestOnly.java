package gatehouse.connector.spi;

import java.util.Optional;
import java.util.function.BiConsumer;

/** Tells one value at a time; of those that come meanwhile only the last one is told. */
public final class LatestOnly<T> {
    private final BiConsumer<T, Completion> teller;
    private boolean telling;
    private Optional<T> next = Optional.empty();

    /** @param teller completes when the value has been told */
    public LatestOnly(BiConsumer<T, Completion> teller) {
        this.teller = teller;
    }

    public void offer(T value) {
        synchronized (this) {
            if (telling) {
                next = Optional.of(value);
                return;
            }
            telling = true;
        }
        teller.accept(value, this::told);
    }

    private void told() {
        Optional<T> value;
        synchronized (this) {
            value = next;
            next = Optional.empty();
            telling = value.isPresent();
        }
        value.ifPresent(latest -> teller.accept(latest, this::told));
    }
}
