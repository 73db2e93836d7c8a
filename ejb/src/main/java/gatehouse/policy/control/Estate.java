package gatehouse.policy.control;

import gatehouse.identity.entity.GroupId;
import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.InventoryChanges;
import gatehouse.inventory.entity.Platform;
import gatehouse.inventory.entity.PlatformId;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.PolicyVersion;
import gatehouse.policy.entity.Subject;
import gatehouse.policy.entity.Target;
import gatehouse.vault.entity.AccountFacts;
import gatehouse.vault.entity.AccountId;
import gatehouse.vault.entity.VaultChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everything that decisions of one organisation need, in memory, as of three versions. Immutable: a change makes a new one, which
 * shares what did not change. What single people reach is worked out when they ask and kept beside it.
 */
public final class Estate {
    /** Of nothing: everything is newer. */
    public static final Estate EMPTY = new Estate(
            new PolicyVersion(0, 0, 0),
            Map.of(),
            List.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            new NodeTree(List.of()),
            List.of());

    private static final Comparator<AssetFacts> BY_NAME = Comparator.comparing(
                    AssetFacts::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(AssetFacts::name);

    private final PolicyVersion versions;
    private final Map<AssetId, AssetFacts> assets;
    private final List<AssetFacts> sorted;
    private final Map<AccountId, AccountFacts> accounts;
    private final Map<AssetId, List<AccountFacts>> byAsset;
    private final Map<PlatformId, Platform> platforms;
    private final NodeTree tree;
    private final List<Permit> permits;
    private final Map<UserId, List<Permit>> byUser = new HashMap<>();
    private final Map<GroupId, List<Permit>> byGroup = new HashMap<>();
    private final Map<Subject, List<Permit>> bySubject = new ConcurrentHashMap<>();
    private final Map<UserId, Reach> reaches = new ConcurrentHashMap<>();

    private Estate(
            PolicyVersion versions,
            Map<AssetId, AssetFacts> assets,
            List<AssetFacts> sorted,
            Map<AccountId, AccountFacts> accounts,
            Map<AssetId, List<AccountFacts>> byAsset,
            Map<PlatformId, Platform> platforms,
            NodeTree tree,
            List<Permit> permits) {
        this.versions = versions;
        this.assets = assets;
        this.sorted = sorted;
        this.accounts = accounts;
        this.byAsset = byAsset;
        this.platforms = platforms;
        this.tree = tree;
        this.permits = permits;
        for (Permit permit : permits) {
            permit.details()
                    .users()
                    .forEach(u ->
                            byUser.computeIfAbsent(u, key -> new ArrayList<>()).add(permit));
            permit.details()
                    .groups()
                    .forEach(g ->
                            byGroup.computeIfAbsent(g, key -> new ArrayList<>()).add(permit));
        }
    }

    public PolicyVersion versions() {
        return versions;
    }

    public Estate with(InventoryChanges changes) {
        Map<AssetId, AssetFacts> newer = new HashMap<>(assets);
        changes.assets().forEach(asset -> newer.put(asset.id(), asset));
        changes.removed().forEach(newer::remove);
        Map<PlatformId, Platform> kinds = new HashMap<>();
        changes.platforms().forEach(platform -> kinds.put(platform.id(), platform));
        return new Estate(
                new PolicyVersion(changes.version(), versions.vault(), versions.policy()),
                newer,
                resorted(changes),
                accounts,
                byAsset,
                kinds,
                new NodeTree(changes.nodes()),
                permits);
    }

    /** What stayed is in order already, which the sort makes use of: it compares about once an asset. */
    private List<AssetFacts> resorted(InventoryChanges changes) {
        Set<AssetId> touched = new HashSet<>(changes.removed());
        changes.assets().forEach(asset -> touched.add(asset.id()));
        List<AssetFacts> newer =
                new ArrayList<>(sorted.size() + changes.assets().size());
        sorted.stream().filter(asset -> !touched.contains(asset.id())).forEach(newer::add);
        Set<AssetId> gone = Set.copyOf(changes.removed());
        changes.assets().stream().filter(asset -> !gone.contains(asset.id())).forEach(newer::add);
        newer.sort(BY_NAME);
        return List.copyOf(newer);
    }

    public Estate with(VaultChanges changes) {
        Map<AccountId, AccountFacts> newer = new HashMap<>(accounts);
        changes.removed().forEach(newer::remove);
        changes.accounts().forEach(account -> newer.put(account.id(), account));
        return new Estate(
                new PolicyVersion(versions.inventory(), changes.version(), versions.policy()),
                assets,
                sorted,
                newer,
                grouped(newer.values()),
                platforms,
                tree,
                permits);
    }

    public Estate with(List<Permit> all, long version) {
        return new Estate(
                new PolicyVersion(versions.inventory(), versions.vault(), version),
                assets,
                sorted,
                accounts,
                byAsset,
                platforms,
                tree,
                List.copyOf(all));
    }

    private static Map<AssetId, List<AccountFacts>> grouped(Collection<AccountFacts> accounts) {
        Map<AssetId, List<AccountFacts>> grouped = new HashMap<>();
        accounts.forEach(account -> grouped.computeIfAbsent(account.asset(), asset -> new ArrayList<>(2))
                .add(account));
        grouped.values().forEach(list -> list.sort(Comparator.comparing(AccountFacts::name)));
        return grouped;
    }

    public Optional<Target> target(AssetId id) {
        return Optional.ofNullable(assets.get(id)).map(this::target);
    }

    Target target(AssetFacts asset) {
        return new Target(asset, tree.above(asset.nodes()), byAsset.getOrDefault(asset.id(), List.of()));
    }

    /** All assets by name. */
    List<AssetFacts> sorted() {
        return sorted;
    }

    NodeTree tree() {
        return tree;
    }

    Optional<Platform> platform(PlatformId id) {
        return Optional.ofNullable(platforms.get(id));
    }

    /** Every permission that names the subject, in force or not. */
    List<Permit> permitsOf(Subject subject) {
        return bySubject.computeIfAbsent(subject, this::gather);
    }

    private List<Permit> gather(Subject subject) {
        Set<Permit> found = new LinkedHashSet<>(byUser.getOrDefault(subject.user(), List.of()));
        subject.groups().forEach(group -> found.addAll(byGroup.getOrDefault(group, List.of())));
        return List.copyOf(found);
    }

    /** Every permission that names both, in force or not. */
    public List<Permit> permits(Subject subject, Target target) {
        return permitsOf(subject).stream()
                .filter(permit -> names(permit, target))
                .toList();
    }

    /** Every permission that names the target, in force or not. */
    public List<Permit> permits(Target target) {
        return permits.stream().filter(permit -> names(permit, target)).toList();
    }

    private static boolean names(Permit permit, Target target) {
        if (permit.details().assets().contains(target.asset().id())) {
            return true;
        }
        return target.places().stream().anyMatch(permit.details().nodes()::contains);
    }

    /** What the subject reaches at {@code at}; worked out anew only when something changed or a permission began or ended. */
    public Reach reach(Subject subject, Instant at) {
        return reaches.compute(
                subject.user(),
                (user, known) -> known != null && known.isGoodFor(subject, at) ? known : Reach.of(this, subject, at));
    }
}
