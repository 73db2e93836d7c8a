package gatehouse.policy.control;

import gatehouse.kernel.UserId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was found out for people lately, across the estates of one organisation. Bounded: those who asked longest ago are forgotten. */
final class Reaches {
    /** References to assets, of four to eight bytes each. */
    private static final long MOST = 8_000_000;

    private final Map<UserId, Reach> known = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    synchronized Optional<Reach> find(UserId user) {
        return Optional.ofNullable(known.get(user));
    }

    synchronized void put(UserId user, Reach reach) {
        Reach before = known.put(user, reach);
        weight += weight(reach) - (before == null ? 0 : weight(before));
        Iterator<Reach> oldest = known.values().iterator();
        while (weight > MOST && known.size() > 1) {
            weight -= weight(oldest.next());
            oldest.remove();
        }
    }

    private static long weight(Reach reach) {
        return 100L + reach.sorted().size();
    }
}
