package gatehouse.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * One part of a list.
 *
 * @param total rows in the whole list, of which {@code items} are a part
 */
public record Page<T>(List<T> items, long total) {
    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> translate) {
        return new Page<>(items.stream().<R>map(translate).toList(), total);
    }
}
