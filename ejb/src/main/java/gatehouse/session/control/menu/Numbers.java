package gatehouse.session.control.menu;

import java.util.Optional;

/** Numbers that somebody typed. */
final class Numbers {
    private static final int DIGITS = 9;

    private Numbers() {}

    /** A number from 1 to {@code last}. */
    static Optional<Integer> upTo(String typed, long last) {
        return of(typed).filter(number -> number >= 1 && number <= last);
    }

    /** Digits only, at most nine of them. */
    static Optional<Integer> of(String typed) {
        boolean digits =
                !typed.isEmpty() && typed.length() <= DIGITS && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }
}
