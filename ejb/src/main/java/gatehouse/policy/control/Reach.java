package gatehouse.policy.control;

import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.NodeId;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.PolicyVersion;
import gatehouse.policy.entity.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The assets that one person may connect to, as of one estate and for a while. */
public final class Reach {
    private final PolicyVersion version;
    private final Subject subject;
    private final Instant from;
    private final Instant until;
    private final List<AssetFacts> sorted;
    private final NodeTree tree;
    /** Asked for by few; worked out once. */
    private volatile NodeCounts counts;

    private Reach(Estate estate, Subject subject, Instant from, Instant until, List<AssetFacts> sorted) {
        this.version = estate.versions();
        this.subject = subject;
        this.from = from;
        this.until = until;
        this.sorted = Collections.unmodifiableList(sorted);
        this.tree = estate.tree();
    }

    static Reach of(Estate estate, Subject subject, Instant at) {
        List<Permit> permits = estate.permitsOf(subject);
        Connects connects = new Connects(estate, subject, permits, at);
        List<AssetFacts> reachable = new ArrayList<>();
        for (Placed placed : estate.sorted()) {
            if (connects.to(placed)) {
                reachable.add(placed.asset());
            }
        }
        return new Reach(estate, subject, at, nextTurn(subject, permits, at), reachable);
    }

    /**
     * The same for a later estate, in which the permissions of the person are what they were.
     *
     * @param touched what may be reachable now and was not, or the other way round, as it was
     */
    Reach mended(Estate estate, Map<AssetId, Optional<AssetFacts>> touched) {
        Connects connects = new Connects(estate, subject, estate.permitsOf(subject), from);
        List<AssetFacts> now = touched.keySet().stream()
                .flatMap(id -> estate.find(id).stream())
                .filter(connects::to)
                .map(Placed::asset)
                .toList();
        List<AssetFacts> before =
                touched.values().stream().flatMap(Optional::stream).toList();
        List<AssetFacts> all =
                touched.isEmpty() ? sorted : SortedAssets.with(sorted, before, now, Placed.FACTS_BY_NAME);
        return new Reach(estate, subject, from, until, all);
    }

    /** When the first of the permissions begins or ends, or the person does. */
    private static Instant nextTurn(Subject subject, List<Permit> permits, Instant at) {
        return Stream.concat(
                        Stream.of(subject.until()),
                        permits.stream()
                                .flatMap(permit -> Stream.concat(
                                        permit.details().from().stream(), permit.details().until().stream())))
                .filter(turn -> turn.isAfter(at))
                .min(Instant::compareTo)
                .orElse(Decision.NEVER);
    }

    boolean isGoodFor(Subject asking, Instant at) {
        return subject.equals(asking) && !at.isBefore(from) && at.isBefore(until);
    }

    PolicyVersion version() {
        return version;
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
        return counts().count(node);
    }

    /** Nodes below {@code parent} in or below which something is reachable. */
    List<NodeId> children(NodeId parent) {
        return counts().children(parent);
    }

    private NodeCounts counts() {
        NodeCounts known = counts;
        if (known == null) {
            known = new NodeCounts(sorted, tree);
            counts = known;
        }
        return known;
    }
}
