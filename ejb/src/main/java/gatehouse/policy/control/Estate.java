package gatehouse.policy.control;

import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.InventoryChanges;
import gatehouse.inventory.entity.Platform;
import gatehouse.inventory.entity.PlatformId;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.PolicyVersion;
import gatehouse.policy.entity.Subject;
import gatehouse.policy.entity.Target;
import gatehouse.vault.entity.AccountFacts;
import gatehouse.vault.entity.AccountId;
import gatehouse.vault.entity.VaultChanges;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that decisions of one organisation need, in memory, as of three versions. Immutable: a change makes a new one, which
 * shares what did not change. What single people reach is worked out when they ask and kept across estates, see {@link Lineage}.
 */
public final class Estate {
    /** Of nothing: everything is newer. */
    public static Estate empty() {
        return new Estate(
                new PolicyVersion(0, 0, 0),
                new Assets(Shards.empty(), List.of(), Shards.empty(), Shards.empty()),
                Map.of(),
                new NodeTree(List.of()),
                new Holders(PermitIndex.EMPTY, new Lineage()));
    }

    /**
     * @param sorted by name
     * @param byAsset accounts, also of assets that are not known yet
     */
    private record Assets(
            Shards<AssetId, Placed> placed,
            List<Placed> sorted,
            Shards<AccountId, AccountFacts> accounts,
            Shards<AssetId, List<AccountFacts>> byAsset) {}

    private record Holders(PermitIndex permits, Lineage lineage) {}

    private final PolicyVersion versions;
    private final Assets assets;
    private final Map<PlatformId, Platform> platforms;
    private final NodeTree tree;
    private final PermitIndex permits;
    private final Lineage lineage;

    private Estate(
            PolicyVersion versions,
            Assets assets,
            Map<PlatformId, Platform> platforms,
            NodeTree tree,
            Holders holders) {
        this.versions = versions;
        this.assets = assets;
        this.platforms = platforms;
        this.tree = tree;
        this.permits = holders.permits();
        this.lineage = holders.lineage();
    }

    public PolicyVersion versions() {
        return versions;
    }

    public Estate with(InventoryChanges changes) {
        PolicyVersion next = new PolicyVersion(changes.version(), versions.vault(), versions.policy());
        Set<AssetId> touched = new HashSet<>(changes.removed());
        changes.assets().forEach(asset -> touched.add(asset.id()));
        Map<AssetId, AssetFacts> now = new HashMap<>();
        changes.assets().forEach(asset -> now.put(asset.id(), asset));
        changes.removed().forEach(now::remove);
        Map<PlatformId, Platform> kinds = new HashMap<>();
        changes.platforms().forEach(platform -> kinds.put(platform.id(), platform));
        boolean treeStays = changes.nodes().isEmpty();
        lineage.add(new Delta(versions, next, before(touched), subject -> !treeStays));
        return new Estate(
                next,
                moved(touched, now.values().stream().map(this::placed).toList(), assets.accounts(), assets.byAsset()),
                kinds,
                changes.nodes().map(NodeTree::new).orElse(tree),
                new Holders(permits, lineage));
    }

    public Estate with(VaultChanges changes) {
        PolicyVersion next = new PolicyVersion(versions.inventory(), changes.version(), versions.policy());
        AccountEdit edit = new AccountEdit(assets.accounts(), assets.byAsset());
        changes.removed().forEach(edit::remove);
        changes.accounts().forEach(edit::put);
        var byAsset = edit.byAsset();
        List<Placed> now = edit.touched().stream()
                .flatMap(id -> assets.placed().get(id).stream())
                .map(placed -> lineage.alike()
                        .placed(placed.asset(), byAsset.get(placed.asset().id()).orElse(List.of())))
                .toList();
        lineage.add(new Delta(versions, next, before(edit.touched()), subject -> false));
        return new Estate(
                next,
                moved(edit.touched(), now, edit.accounts(), byAsset),
                platforms,
                tree,
                new Holders(permits, lineage));
    }

    public Estate with(PermitChanges changes) {
        PolicyVersion next = new PolicyVersion(versions.inventory(), versions.vault(), changes.version());
        lineage.add(new Delta(versions, next, Map.of(), permits.named(changes)::names));
        return new Estate(next, assets, platforms, tree, new Holders(permits.with(changes), lineage));
    }

    private Map<AssetId, Optional<AssetFacts>> before(Set<AssetId> touched) {
        Map<AssetId, Optional<AssetFacts>> before = new HashMap<>();
        touched.forEach(id -> before.put(id, assets.placed().get(id).map(Placed::asset)));
        return before;
    }

    private Placed placed(AssetFacts asset) {
        return lineage.alike().placed(asset, assets.byAsset().get(asset.id()).orElse(List.of()));
    }

    /** @param touched those of {@code now}, and those that are gone */
    private Assets moved(
            Set<AssetId> touched,
            List<Placed> now,
            Shards<AccountId, AccountFacts> accounts,
            Shards<AssetId, List<AccountFacts>> byAsset) {
        if (touched.isEmpty()) {
            return new Assets(assets.placed(), assets.sorted(), accounts, byAsset);
        }
        var edit = assets.placed().edit();
        touched.forEach(edit::remove);
        now.forEach(placed -> edit.put(placed.asset().id(), placed));
        List<Placed> leaving =
                touched.stream().flatMap(id -> assets.placed().get(id).stream()).toList();
        List<Placed> sorted = SortedAssets.with(assets.sorted(), leaving, now, Placed.BY_NAME);
        return new Assets(edit.done(), sorted, accounts, byAsset);
    }

    public Optional<Target> target(AssetId id) {
        return assets.placed().get(id).map(this::target);
    }

    Target target(Placed placed) {
        return new Target(placed.asset(), tree.above(placed.asset().nodes()), placed.accounts());
    }

    Optional<Placed> find(AssetId id) {
        return assets.placed().get(id);
    }

    /** All assets by name. */
    List<Placed> sorted() {
        return assets.sorted();
    }

    /** More than any number of a place. */
    int places() {
        return lineage.alike().places();
    }

    NodeTree tree() {
        return tree;
    }

    Optional<Platform> platform(PlatformId id) {
        return Optional.ofNullable(platforms.get(id));
    }

    /** Every permission that names the subject, in force or not. */
    List<Permit> permitsOf(Subject subject) {
        return permits.of(subject);
    }

    /** Every permission that names both, in force or not. */
    public List<Permit> permits(Subject subject, Target target) {
        return naming(permitsOf(subject), target);
    }

    /** Every permission that names the target, in force or not. */
    public List<Permit> permits(Target target) {
        return permits.all().filter(permit -> names(permit, target)).toList();
    }

    static List<Permit> naming(List<Permit> permits, Target target) {
        return permits.stream().filter(permit -> names(permit, target)).toList();
    }

    private static boolean names(Permit permit, Target target) {
        if (permit.details().assets().contains(target.asset().id())) {
            return true;
        }
        return !permit.details().nodes().isEmpty()
                && target.places().stream().anyMatch(permit.details().nodes()::contains);
    }

    /** What the subject reaches at {@code at}; only what changed since they last asked is looked at again. */
    public Reach reach(Subject subject, Instant at) {
        return lineage.reach(this, subject, at);
    }
}
