package gatehouse.policy.control;

import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.NodeId;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether one person may connect to assets, asked about many: the permissions of a place are gathered once for all assets in it, and what
 * they say about one shape is said once. Used by one thread.
 */
final class Connects {
    private static final Said NOTHING = new Said(List.of());

    private final Estate estate;
    private final Logins logins;
    private final Map<AssetId, List<Permit>> byAsset = new HashMap<>();
    private final Map<NodeId, List<Permit>> byNode = new HashMap<>();
    private final Said[] byPlace;
    private final Map<NodeId, Said> below = new HashMap<>();
    private final Map<List<Permit>, Said> byPermits = new HashMap<>();

    /** What the same permissions say about each shape. */
    private record Said(List<Permit> permits, IdentityHashMap<Shape, Boolean> connects) {
        private Said(List<Permit> permits) {
            this(permits, new IdentityHashMap<>());
        }
    }

    Connects(Estate estate, Subject subject, List<Permit> permits, Instant at) {
        this.estate = estate;
        this.logins = new Logins(subject, at);
        this.byPlace = new Said[estate.places()];
        for (Permit permit : permits) {
            permit.details()
                    .assets()
                    .forEach(asset -> byAsset.computeIfAbsent(asset, key -> new ArrayList<>())
                            .add(permit));
            permit.details()
                    .nodes()
                    .forEach(node -> byNode.computeIfAbsent(node, key -> new ArrayList<>())
                            .add(permit));
        }
    }

    boolean to(Placed placed) {
        if (!placed.shape().active()) {
            return false;
        }
        Said said = at(placed);
        List<Permit> named = byAsset.isEmpty()
                ? List.of()
                : byAsset.getOrDefault(placed.asset().id(), List.of());
        if (!named.isEmpty()) {
            said = both(said.permits(), named);
        }
        return !said.permits().isEmpty() && says(said, placed);
    }

    private boolean says(Said said, Placed placed) {
        Boolean known = said.connects().get(placed.shape());
        if (known == null) {
            known = logins.anyConnects(estate.target(placed), said.permits());
            said.connects().put(placed.shape(), known);
        }
        return known;
    }

    private Said at(Placed placed) {
        Said known = byPlace[placed.place()];
        if (known == null) {
            known = NOTHING;
            for (NodeId node : placed.asset().nodes()) {
                known = both(known.permits(), in(node).permits());
            }
            byPlace[placed.place()] = known;
        }
        return known;
    }

    /** What the permissions of a node and of those above it say: mostly the same as those of its parent. */
    private Said in(NodeId node) {
        Said known = below.get(node);
        if (known == null) {
            List<Permit> own = byNode.getOrDefault(node, List.of());
            Said above = estate.tree()
                    .find(node)
                    .flatMap(NodeTree.Place::parent)
                    .map(this::in)
                    .orElse(NOTHING);
            known = own.isEmpty() ? above : both(above.permits(), own);
            below.put(node, known);
        }
        return known;
    }

    private Said both(List<Permit> some, List<Permit> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return said(some.isEmpty() ? others : some);
        }
        Set<Permit> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return said(List.copyOf(all));
    }

    private Said said(List<Permit> permits) {
        return permits.isEmpty() ? NOTHING : byPermits.computeIfAbsent(permits, Said::new);
    }
}
