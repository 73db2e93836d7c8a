package gatehouse.web;

import gatehouse.kernel.KernelProblem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads members and parameters that may be absent. */
public final class Given {
    private Given() {}

    /** A query parameter, which is null when absent; empty counts as absent. */
    public static <T> Optional<T> parameter(String value, Function<String, T> parse) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(parse.apply(value));
    }

    /** An optional member; an empty text counts as absent. */
    public static <T> Optional<T> member(Optional<String> value, Function<String, T> parse) {
        return value.filter(text -> !text.isBlank()).map(parse);
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} */
    public static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw KernelProblem.VALUE_INVALID.problem("a time is written as 2026-01-31T12:00:00Z", e);
        }
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} naming the possible words */
    public static <E extends Enum<E>> E word(Class<E> type, String name, String value) {
        String wanted = value.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> KernelProblem.VALUE_INVALID.problem(
                        name + " must be one of " + Arrays.toString(type.getEnumConstants())));
    }
}
