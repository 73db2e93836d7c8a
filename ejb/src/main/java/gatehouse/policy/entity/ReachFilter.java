package gatehouse.policy.entity;

import gatehouse.inventory.entity.Category;
import gatehouse.inventory.entity.NodeId;
import java.util.Optional;

/**
 * Which of the reachable assets are wanted; each part narrows.
 *
 * @param node assets here and, with {@code below}, under it
 */
public record ReachFilter(
        Optional<NodeId> node, boolean below, Optional<Category> category, Optional<String> protocol) {
    public static final ReachFilter ALL = new ReachFilter(Optional.empty(), true, Optional.empty(), Optional.empty());

    public static ReachFilter below(NodeId node) {
        return new ReachFilter(Optional.of(node), true, Optional.empty(), Optional.empty());
    }

    public static ReachFilter in(Category category) {
        return new ReachFilter(Optional.empty(), true, Optional.of(category), Optional.empty());
    }
}
