package gatehouse.web;

import gatehouse.kernel.FieldChecks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the members of a body and makes something of them, so that whoever sent it is told of all that are wrong at once: until
 * {@link #whole}, something harmless stands in for what cannot be read.
 */
public final class Members {
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private final FieldChecks checks = new FieldChecks();

    public <T> T read(String name, T otherwise, Supplier<T> read) {
        return checks.read(name, read).orElse(otherwise);
    }

    public <T> T id(String name, String value, Function<String, T> parse) {
        return checks.read(name, () -> parse.apply(value)).orElseGet(() -> parse.apply(NOBODY));
    }

    /** An empty text counts as absent. */
    public <T> Optional<T> id(String name, Optional<String> value, Function<String, T> parse) {
        return value.filter(text -> !text.isBlank()).flatMap(text -> checks.read(name, () -> parse.apply(text)));
    }

    /** Without those that cannot be read. */
    public <T, R> List<R> list(String name, List<T> values, Function<T, R> parse) {
        List<R> read = new ArrayList<>();
        for (int at = 0; at < values.size() && !checks.areFull(); at++) {
            T value = values.get(at);
            checks.read(name + "[" + at + "]", () -> parse.apply(value)).ifPresent(read::add);
        }
        return read;
    }

    public <T, R> Set<R> set(String name, Optional<List<T>> values, Function<T, R> parse) {
        return new LinkedHashSet<>(list(name, values.orElse(List.of()), parse));
    }

    /** @throws gatehouse.kernel.ProblemException about every member that could not be read, and what {@code make} finds wrong beside */
    public <T> T whole(Supplier<T> make) {
        return checks.whole(make);
    }
}
