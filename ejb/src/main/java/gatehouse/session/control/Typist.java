package gatehouse.session.control;

import gatehouse.kernel.UserId;
import java.util.Optional;

/**
 * Who types what a chain is passing on, where that is not the session's own person: somebody who joined it. Bound while the input
 * passes; a stage that holds input back keeps it with the input and binds it again. It attributes and never authorises.
 */
public record Typist(UserId user, String name) {
    private static final ScopedValue<Typist> CURRENT = ScopedValue.newInstance();

    /** Empty for the session's own person. */
    public static Optional<Typist> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Passes input on as this person's. */
    public void pass(Runnable input) {
        ScopedValue.where(CURRENT, this).run(input);
    }
}
