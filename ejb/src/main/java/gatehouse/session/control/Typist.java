package gatehouse.session.control;

import gatehouse.kernel.UserId;
import java.util.Optional;

/**
 * Who types what a chain is passing on, where that is not the session's own person: somebody who joined it. Bound while the input
 * passes; a stage that holds input back keeps it with the input and binds it again. It attributes and never authorises.
 */
public record Typist(UserId user, String name) {
    private static final ScopedValue<Optional<Typist>> CURRENT = ScopedValue.newInstance();

    /** Empty for the session's own person. */
    public static Optional<Typist> current() {
        return CURRENT.orElse(Optional.empty());
    }

    /** Passes input on as this person's. */
    public void pass(Runnable input) {
        pass(Optional.of(this), input);
    }

    /**
     * Passes on what was held back, whoever lets it go.
     *
     * @param by what {@link #current} was when it came
     */
    public static void pass(Optional<Typist> by, Runnable input) {
        ScopedValue.where(CURRENT, by).run(input);
    }
}
