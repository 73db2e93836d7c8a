package gatehouse.policy.control;

import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.NodeId;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The assets that one person may connect to, as long as nothing changes. */
public final class Reach {
    private final Subject subject;
    private final Instant from;
    private final Instant until;
    private final List<AssetFacts> sorted;
    private final Map<NodeId, Integer> counts;
    private final Map<NodeId, List<NodeId>> children;

    private Reach(Subject subject, Instant from, Instant until, List<AssetFacts> sorted, NodeTree tree) {
        this.subject = subject;
        this.from = from;
        this.until = until;
        this.sorted = sorted;
        this.counts = counted(sorted, tree);
        this.children = hung(counts.keySet(), tree);
    }

    static Reach of(Estate estate, Subject subject, Instant at) {
        List<Permit> permits = estate.permitsOf(subject);
        Candidates candidates = new Candidates(estate.tree(), permits);
        Logins logins = new Logins(subject, at);
        List<AssetFacts> reachable = new ArrayList<>();
        for (AssetFacts asset : estate.sorted()) {
            List<Permit> here = candidates.at(asset);
            if (!here.isEmpty() && asset.active() && logins.anyConnects(estate.target(asset), here)) {
                reachable.add(asset);
            }
        }
        return new Reach(subject, at, nextTurn(permits, at), List.copyOf(reachable), estate.tree());
    }

    /** When the first of the permissions begins or ends. */
    private static Instant nextTurn(List<Permit> permits, Instant at) {
        return permits.stream()
                .flatMap(permit -> Stream.concat(permit.details().from().stream(), permit.details().until().stream()))
                .filter(turn -> turn.isAfter(at))
                .min(Instant::compareTo)
                .orElse(Decision.NEVER);
    }

    boolean isGoodFor(Subject asking, Instant at) {
        return subject.equals(asking) && !at.isBefore(from) && at.isBefore(until);
    }

    /** By name. */
    public List<AssetFacts> sorted() {
        return sorted;
    }

    public boolean contains(AssetId asset) {
        return sorted.stream().anyMatch(facts -> facts.id().equals(asset));
    }

    /** Reachable assets in the node and below, each counted once. */
    int count(NodeId node) {
        return counts.getOrDefault(node, 0);
    }

    /** Nodes below {@code parent} in or below which something is reachable. */
    List<NodeId> children(NodeId parent) {
        return children.getOrDefault(parent, List.of());
    }

    private static Map<NodeId, Integer> counted(List<AssetFacts> assets, NodeTree tree) {
        Map<NodeId, Integer> counts = new HashMap<>();
        assets.forEach(asset -> tree.above(asset.nodes()).forEach(node -> counts.merge(node, 1, Integer::sum)));
        return counts;
    }

    private static Map<NodeId, List<NodeId>> hung(Collection<NodeId> nodes, NodeTree tree) {
        Map<NodeId, List<NodeId>> children = new HashMap<>();
        for (NodeId node : nodes) {
            tree.find(node)
                    .flatMap(NodeTree.Place::parent)
                    .ifPresent(parent -> children.computeIfAbsent(parent, key -> new ArrayList<>())
                            .add(node));
        }
        return children;
    }

    /** Finds the permissions that name an asset; those of a place are gathered once for all assets in it. */
    private static final class Candidates {
        private final NodeTree tree;
        private final Map<AssetId, List<Permit>> byAsset = new HashMap<>();
        private final Map<NodeId, List<Permit>> byNode = new HashMap<>();
        private final Map<Set<NodeId>, List<Permit>> byPlaces = new HashMap<>();

        Candidates(NodeTree tree, List<Permit> permits) {
            this.tree = tree;
            for (Permit permit : permits) {
                permit.details()
                        .assets()
                        .forEach(a -> byAsset.computeIfAbsent(a, key -> new ArrayList<>())
                                .add(permit));
                permit.details()
                        .nodes()
                        .forEach(n -> byNode.computeIfAbsent(n, key -> new ArrayList<>())
                                .add(permit));
            }
        }

        List<Permit> at(AssetFacts asset) {
            List<Permit> named = byAsset.getOrDefault(asset.id(), List.of());
            List<Permit> placed = byPlaces.computeIfAbsent(asset.nodes(), this::gather);
            if (named.isEmpty() || placed.isEmpty()) {
                return named.isEmpty() ? placed : named;
            }
            Set<Permit> both = new HashSet<>(named);
            both.addAll(placed);
            return List.copyOf(both);
        }

        private List<Permit> gather(Set<NodeId> nodes) {
            Set<Permit> found = new HashSet<>();
            tree.above(nodes).forEach(node -> found.addAll(byNode.getOrDefault(node, List.of())));
            return List.copyOf(found);
        }
    }
}
