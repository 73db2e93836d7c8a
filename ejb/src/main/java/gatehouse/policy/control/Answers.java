package gatehouse.policy.control;

import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.Category;
import gatehouse.inventory.entity.NodeId;
import gatehouse.inventory.entity.Platform;
import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.policy.entity.AccessQuestion;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.ReachFilter;
import gatehouse.policy.entity.ReachableAsset;
import gatehouse.policy.entity.ReachableNode;
import gatehouse.policy.entity.Subject;
import gatehouse.policy.entity.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One person's questions, answered from an estate. Pure. */
public final class Answers {
    private final Estate estate;
    private final Subject subject;
    private final Instant at;
    private List<Permit> own;

    public Answers(Estate estate, Subject subject, Instant at) {
        this.estate = estate;
        this.subject = subject;
        this.at = at;
    }

    public Decision decide(AccessQuestion question) {
        Optional<Target> target = estate.target(question.asset());
        if (target.isEmpty()) {
            return new Decision.Deny(List.of(Reasons.assetUnknown()));
        }
        return Engine.decide(
                subject,
                target.get(),
                question.account(),
                new Engine.Wish(question.protocol(), question.action(), question.at(), question.tunnel()),
                permits(target.get()));
    }

    /** The same for somebody who must not learn what exists: an asset that they do not reach looks like one that there is not. */
    public Decision told(AccessQuestion question) {
        Decision decision = decide(question);
        return decision instanceof Decision.Deny && find(question.asset()).isEmpty()
                ? new Decision.Deny(List.of(Reasons.nothingNames(subject)))
                : decision;
    }

    public Page<ReachableAsset> page(ReachFilter filter, PageRequest request) {
        String search = request.search().strip().toLowerCase(Locale.ROOT);
        List<AssetFacts> all = sorted(request.order());
        List<AssetFacts> found = search.isEmpty() && filter.equals(ReachFilter.ALL)
                ? all
                : all.stream()
                        .filter(asset -> search.isEmpty() || asset.searchText().contains(search))
                        .filter(asset -> isIn(asset, filter))
                        .toList();
        List<ReachableAsset> items = found.stream()
                .skip(request.offset())
                .limit(request.limit())
                .map(this::reachable)
                .toList();
        return new Page<>(items, found.size());
    }

    /** Those whose name or address is exactly this, whatever the case; by name. */
    public List<ReachableAsset> called(String text) {
        return estate.reach(subject, at).sorted().stream()
                .filter(asset ->
                        asset.name().equalsIgnoreCase(text) || asset.address().equalsIgnoreCase(text))
                .map(this::reachable)
                .toList();
    }

    public Optional<ReachableAsset> find(AssetId id) {
        return estate.target(id)
                .filter(target -> target.asset().active())
                .filter(target -> new Logins(subject, at).anyConnects(target, permits(target)))
                .map(target -> reachable(target.asset()));
    }

    public List<ReachableNode> children(NodeId parent) {
        Reach reach = estate.reach(subject, at);
        return reach.children(parent).stream()
                .flatMap(node -> estate.tree().find(node).stream())
                .map(place -> node(place, reach))
                .sorted(Comparator.comparing(ReachableNode::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** All nodes with something reachable, each before what is below it. */
    public List<ReachableNode> tree(NodeId root) {
        List<ReachableNode> all = new ArrayList<>();
        node(root).ifPresent(node -> collect(node, all));
        return all;
    }

    private void collect(ReachableNode node, List<ReachableNode> all) {
        all.add(node);
        children(node.id()).forEach(child -> collect(child, all));
    }

    public Optional<ReachableNode> node(NodeId id) {
        Reach reach = estate.reach(subject, at);
        return estate.tree().find(id).filter(place -> reach.count(id) > 0).map(place -> node(place, reach));
    }

    private static ReachableNode node(NodeTree.Place place, Reach reach) {
        return new ReachableNode(
                place.id(),
                place.parent(),
                place.name(),
                place.fullName(),
                reach.count(place.id()),
                !reach.children(place.id()).isEmpty());
    }

    private List<AssetFacts> sorted(List<PageRequest.Order> order) {
        List<AssetFacts> byName = estate.reach(subject, at).sorted();
        if (order.isEmpty()) {
            return byName;
        }
        PageRequest.Order first = order.getFirst();
        return switch (first.field()) {
            case "name" -> first.descending() ? byName.reversed() : byName;
            case "address" -> resorted(byName, Comparator.comparing(AssetFacts::address), first);
            case "platform" -> resorted(byName, Comparator.comparing(this::platformName), first);
            default -> throw KernelProblem.VALUE_INVALID.problem("this list sorts by address, name, platform");
        };
    }

    private static List<AssetFacts> resorted(
            List<AssetFacts> assets, Comparator<AssetFacts> comparator, PageRequest.Order order) {
        return assets.stream()
                .sorted(order.descending() ? comparator.reversed() : comparator)
                .toList();
    }

    private boolean isIn(AssetFacts asset, ReachFilter filter) {
        return filter.node().map(node -> isAt(asset, node, filter.below())).orElse(true)
                && filter.category().map(wanted -> wanted == category(asset)).orElse(true)
                && filter.protocol().map(asset::speaks).orElse(true);
    }

    private boolean isAt(AssetFacts asset, NodeId node, boolean below) {
        Set<NodeId> places = below ? estate.tree().above(asset.nodes()) : asset.nodes();
        return places.contains(node);
    }

    private ReachableAsset reachable(AssetFacts asset) {
        Target target = estate.target(asset.id()).orElseThrow();
        List<Permit> permits = permits(target);
        Logins logins = new Logins(subject, at);
        List<ProtocolEndpoint> protocols = asset.protocols().stream()
                .filter(endpoint -> logins.connects(target, endpoint.protocol(), permits))
                .toList();
        return new ReachableAsset(
                asset.id(),
                asset.name(),
                asset.address(),
                asset.platform(),
                platformName(asset),
                category(asset),
                protocols,
                asset.nodes(),
                asset.labels(),
                asset.comment());
    }

    private List<Permit> permits(Target target) {
        if (own == null) {
            own = estate.permitsOf(subject);
        }
        return Estate.naming(own, target);
    }

    private String platformName(AssetFacts asset) {
        return estate.platform(asset.platform()).map(Platform::name).orElse("");
    }

    private Category category(AssetFacts asset) {
        return estate.platform(asset.platform()).map(Platform::category).orElse(Category.CUSTOM);
    }
}
