package gatehouse.session.control.menu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which assets a listing shows.
 *
 * @param category only assets of this sort
 * @param node only assets in this node and below it
 * @param terms each must be found in name, address or comment, whatever the case
 */
public record MenuQuery(Category category, Optional<UUID> node, List<String> terms) {
    public enum Category {
        ANY,
        HOST,
        DATABASE,
        KUBERNETES
    }

    public MenuQuery {
        terms = List.copyOf(terms);
    }

    public static MenuQuery all() {
        return new MenuQuery(Category.ANY, Optional.empty(), List.of());
    }

    public static MenuQuery of(Category category) {
        return new MenuQuery(category, Optional.empty(), List.of());
    }

    public static MenuQuery in(UUID node) {
        return new MenuQuery(Category.ANY, Optional.of(node), List.of());
    }

    public static MenuQuery search(String term) {
        return new MenuQuery(Category.ANY, Optional.empty(), List.of(term));
    }

    /** For one thing in all that there is. */
    boolean isSearchEverywhere() {
        return category == Category.ANY && node.isEmpty() && terms.size() == 1;
    }

    /** Searches again inside this result. */
    public MenuQuery narrowed(String term) {
        List<String> more = new ArrayList<>(terms);
        more.add(term);
        return new MenuQuery(category, node, more);
    }
}
