package gatehouse.session.control.opening;

import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.Category;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.inventory.entity.NodeId;
import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.policy.boundary.Decisions;
import gatehouse.policy.entity.AccountRef;
import gatehouse.policy.entity.ReachFilter;
import gatehouse.policy.entity.ReachableAccount;
import gatehouse.policy.entity.ReachableAsset;
import gatehouse.policy.entity.ReachableNode;
import gatehouse.session.control.menu.MenuAccount;
import gatehouse.session.control.menu.MenuAsset;
import gatehouse.session.control.menu.MenuCatalogue;
import gatehouse.session.control.menu.MenuNode;
import gatehouse.session.control.menu.MenuQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What one person may reach, as the menu asks for it. */
public final class ReachCatalogue implements MenuCatalogue {
    private final Caller caller;
    private final Decisions decisions;
    private final Destinations destinations;
    private final Set<String> protocols;

    /** @param protocols that have a terminal */
    public ReachCatalogue(Caller caller, Decisions decisions, Destinations destinations, Set<String> protocols) {
        this.caller = caller;
        this.decisions = decisions;
        this.destinations = destinations;
        this.protocols = Set.copyOf(protocols);
    }

    @Override
    public Page<MenuAsset> assets(MenuQuery query, int offset, int limit) {
        ReachFilter filter =
                new ReachFilter(query.node().map(NodeId::new), true, category(query.category()), Optional.empty());
        if (query.terms().size() < 2) {
            String search = query.terms().isEmpty() ? "" : query.terms().getFirst();
            return decisions
                    .reachable(caller, filter, new PageRequest(limit, offset, search, List.of()))
                    .map(this::asset);
        }
        return narrowed(query, filter, offset, limit);
    }

    /** A search within a search: the first term asks policy, the others sift its first thousand answers. */
    private Page<MenuAsset> narrowed(MenuQuery query, ReachFilter filter, int offset, int limit) {
        PageRequest first =
                PageRequest.first(PageRequest.MAX_LIMIT).searching(query.terms().getFirst());
        List<MenuAsset> found = decisions.reachable(caller, filter, first).items().stream()
                .map(this::asset)
                .filter(asset -> query.terms().stream().allMatch(term -> mentions(asset, term)))
                .toList();
        return new Page<>(found.stream().skip(offset).limit(limit).toList(), found.size());
    }

    private static boolean mentions(MenuAsset asset, String term) {
        String text = (asset.name() + "\n" + asset.address() + "\n" + asset.comment()).toLowerCase(Locale.ROOT);
        return text.contains(term.toLowerCase(Locale.ROOT));
    }

    private static Optional<Category> category(MenuQuery.Category wanted) {
        return switch (wanted) {
            case ANY -> Optional.empty();
            case HOST -> Optional.of(Category.HOST);
            case DATABASE -> Optional.of(Category.DATABASE);
            case KUBERNETES -> Optional.of(Category.CLOUD);
        };
    }

    private MenuAsset asset(ReachableAsset asset) {
        List<String> spoken = asset.protocols().stream()
                .map(ProtocolEndpoint::protocol)
                .filter(protocols::contains)
                .toList();
        return new MenuAsset(
                asset.id().value(),
                asset.name(),
                asset.address(),
                asset.platformName(),
                "",
                asset.comment(),
                spoken,
                unusualPorts(asset.protocols()));
    }

    private static Map<String, Integer> unusualPorts(List<ProtocolEndpoint> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> KnownProtocols.all()
                        .find(endpoint.protocol())
                        .map(known -> known.port() != endpoint.port())
                        .orElse(true))
                .collect(Collectors.toMap(ProtocolEndpoint::protocol, ProtocolEndpoint::port, (one, _) -> one));
    }

    @Override
    public List<MenuAsset> named(String text) {
        return destinations.named(caller, text).stream().map(this::asset).toList();
    }

    @Override
    public List<MenuNode> nodes() {
        Map<NodeId, Integer> depths = new HashMap<>();
        List<MenuNode> all = new ArrayList<>();
        for (ReachableNode node : decisions.tree(caller)) {
            int depth = node.parent().map(depths::get).map(above -> above + 1).orElse(0);
            depths.put(node.id(), depth);
            all.add(new MenuNode(node.id().value(), node.name(), depth, node.assets()));
        }
        return all;
    }

    @Override
    public List<MenuAccount> accounts(UUID asset, String protocol) {
        return decisions.accounts(caller, new AssetId(asset), protocol).stream()
                .map(ReachCatalogue::account)
                .toList();
    }

    private static MenuAccount account(ReachableAccount account) {
        Optional<UUID> stored = account.ref() instanceof AccountRef.Stored ref
                ? Optional.of(ref.id().value())
                : Optional.empty();
        return new MenuAccount(stored, account.name(), account.username(), !account.hasSecret());
    }

    @Override
    public void refresh() {
        // nothing is kept here: policy answers from its own index, which is current
    }
}
