package gatehouse.policy.control;

import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.NodeId;
import gatehouse.vault.entity.AccountFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives equal shapes the same object and equal places the same number, so that answers are remembered by them. That two equal ones
 * differ costs time and nothing else. Used by one thread at a time; only {@link #places} by others too.
 */
final class Alike {
    private static final int MOST = 500_000;

    private final Map<Shape, Shape> shapes = new HashMap<>();
    private final Map<Set<NodeId>, Integer> numbers = new HashMap<>();
    private volatile int places;

    Placed placed(AssetFacts asset, List<AccountFacts> accounts) {
        if (shapes.size() + numbers.size() > MOST) {
            shapes.clear();
            numbers.clear();
        }
        Shape shape = shapes.computeIfAbsent(Shape.of(asset, accounts), same -> same);
        return new Placed(asset, numbers.computeIfAbsent(asset.nodes(), fresh -> next()), shape, accounts);
    }

    /** Numbers are never given twice. */
    private int next() {
        int number = places;
        places = number + 1;
        return number;
    }

    /** All numbers are below this. */
    int places() {
        return places;
    }
}
