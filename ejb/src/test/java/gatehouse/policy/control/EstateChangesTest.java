package gatehouse.policy.control;

import static gatehouse.policy.control.TestingFacts.NOW;
import static gatehouse.policy.control.TestingFacts.account;
import static gatehouse.policy.control.TestingFacts.asset;
import static gatehouse.policy.control.TestingFacts.inactive;
import static gatehouse.policy.control.TestingFacts.permit;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.identity.entity.GroupId;
import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.BuiltInPlatforms;
import gatehouse.inventory.entity.InventoryChanges;
import gatehouse.inventory.entity.Node;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.AccessQuestion;
import gatehouse.policy.entity.AccountRef;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.ReachFilter;
import gatehouse.policy.entity.ReachableAsset;
import gatehouse.policy.entity.Subject;
import gatehouse.vault.entity.AccountFacts;
import gatehouse.vault.entity.VaultChanges;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** An estate that was changed step by step answers as one that was made from scratch, over random edits of everything. */
class EstateChangesTest {
    private static final int EDITS = 120;
    private static final List<String> USERNAMES = List.of("root", "deploy", "alice");
    private static final List<List<String>> RULES =
            List.of(List.of("@ALL"), List.of("root"), List.of("@USER"), List.of("@INPUT"), List.of("!root"));

    private final Node root = Node.root(OrganisationId.next());
    private final List<GroupId> groups = List.of(GroupId.next(), GroupId.next());
    private final List<Subject> people = IntStream.range(0, 4)
            .mapToObj(i -> new Subject(
                    UserId.next(),
                    "alice",
                    i == 0 ? Set.copyOf(groups) : i == 1 ? Set.of(groups.getFirst()) : Set.of(),
                    i == 3 ? NOW.plus(Duration.ofHours(20)) : Decision.NEVER))
            .toList();
    private final List<Node> nodes = new ArrayList<>(List.of(root));
    private final Map<AssetId, AssetFacts> assets = new LinkedHashMap<>();
    private final Map<AssetId, List<AccountFacts>> accounts = new HashMap<>();
    private final List<Permit> permits = new ArrayList<>();
    private Random random;
    private Estate changing;
    private Instant now = NOW;
    private long version;

    @RepeatedTest(12)
    void stepByStepIsTheSameAsFromScratch(RepetitionInfo run) {
        random = new Random(run.getCurrentRepetition());
        version = 1;
        changing = Estate.empty()
                .with(new InventoryChanges(1, List.of(), List.of(), Optional.of(nodes), BuiltInPlatforms.all()));
        for (int i = 0; i < EDITS; i++) {
            edit();
            if (random.nextInt(3) > 0) {
                Subject asking = any(people);
                assertSame(asking, changing, fromScratch());
            }
        }
        people.forEach(person -> assertSame(person, changing, fromScratch()));
    }

    private void edit() {
        version++;
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> addAssets(1 + random.nextInt(6));
            case 3 -> changeAsset();
            case 4 -> removeAsset();
            case 5, 6 -> changeAccounts();
            case 7 -> changeTree();
            case 8 -> changePermits();
            default -> now = now.plus(Duration.ofHours(random.nextInt(4)));
        }
    }

    private void addAssets(int count) {
        List<AssetFacts> fresh = IntStream.range(0, count)
                .mapToObj(i -> asset("host-" + random.nextInt(500), places()))
                .toList();
        fresh.forEach(asset -> assets.put(asset.id(), asset));
        inventory(fresh, List.of(), false);
    }

    private void changeAsset() {
        anyAsset().ifPresent(old -> {
            AssetFacts other = asset("host-" + random.nextInt(500), places());
            AssetFacts changed = random.nextInt(4) == 0 ? inactive(old) : withId(other, old.id());
            assets.put(changed.id(), changed);
            inventory(List.of(changed), List.of(), false);
        });
    }

    private void removeAsset() {
        anyAsset().ifPresent(old -> {
            assets.remove(old.id());
            inventory(List.of(), List.of(old.id()), false);
        });
    }

    private void changeAccounts() {
        anyAsset().ifPresent(asset -> {
            List<AccountFacts> present = accounts.computeIfAbsent(asset.id(), id -> new ArrayList<>());
            if (!present.isEmpty() && random.nextBoolean()) {
                AccountFacts gone = present.remove(random.nextInt(present.size()));
                changing = changing.with(new VaultChanges(version, List.of(), List.of(gone.id())));
                return;
            }
            AccountFacts fresh = account(asset.id(), any(USERNAMES), random.nextInt(4) > 0);
            present.add(fresh);
            changing = changing.with(new VaultChanges(version, List.of(fresh), List.of()));
        });
    }

    private void changeTree() {
        Node fresh = any(nodes).child(NodeId.next(), "node-" + version);
        nodes.add(fresh);
        inventory(List.of(), List.of(), true);
    }

    private void changePermits() {
        if (permits.size() > 3 && random.nextBoolean()) {
            Permit gone = permits.remove(random.nextInt(permits.size()));
            changing = changing.with(new PermitChanges(version, List.of(), List.of(gone.id())));
            return;
        }
        Permit changed = somePermit();
        if (!permits.isEmpty() && random.nextBoolean()) {
            int place = random.nextInt(permits.size());
            changed = new Permit(permits.get(place).id(), changed.details());
            permits.set(place, changed);
        } else {
            permits.add(changed);
        }
        changing = changing.with(new PermitChanges(version, List.of(changed), List.of()));
    }

    private Permit somePermit() {
        var builder = permit("p" + version).accounts(any(RULES).toArray(String[]::new));
        if (random.nextBoolean()) {
            builder.users(any(people).user());
        } else {
            builder.groups(any(groups));
        }
        if (random.nextBoolean()) {
            builder.nodes(any(nodes).id());
        } else {
            anyAsset().ifPresent(asset -> builder.assets(asset.id()));
        }
        if (random.nextInt(3) == 0) {
            builder.until(NOW.plus(Duration.ofHours(1L + random.nextInt(80))));
        }
        if (random.nextInt(4) == 0) {
            builder.protocols("telnet");
        }
        return builder.build();
    }

    private void inventory(List<AssetFacts> changed, List<AssetId> removed, boolean tree) {
        changing = changing.with(new InventoryChanges(
                version,
                changed,
                removed,
                tree ? Optional.of(List.copyOf(nodes)) : Optional.empty(),
                BuiltInPlatforms.all()));
    }

    private Estate fromScratch() {
        List<AccountFacts> all =
                accounts.values().stream().flatMap(List::stream).toList();
        return Estate.empty()
                .with(new InventoryChanges(
                        1, List.copyOf(assets.values()), List.of(), Optional.of(nodes), BuiltInPlatforms.all()))
                .with(new VaultChanges(1, all, List.of()))
                .with(new PermitChanges(1, permits, List.of()));
    }

    private void assertSame(Subject asking, Estate one, Estate other) {
        Answers mended = new Answers(one, asking, now);
        Answers scratch = new Answers(other, asking, now);
        PageRequest all = PageRequest.first(1000);
        assertThat(mended.page(ReachFilter.ALL, all).items())
                .containsExactlyElementsOf(scratch.page(ReachFilter.ALL, all).items());
        for (Node node : nodes) {
            assertThat(mended.node(node.id())).isEqualTo(scratch.node(node.id()));
            assertThat(mended.children(node.id())).containsExactlyInAnyOrderElementsOf(scratch.children(node.id()));
        }
        Set<AssetId> reached = new HashSet<>();
        mended.page(ReachFilter.ALL, all).items().stream()
                .map(ReachableAsset::id)
                .forEach(reached::add);
        for (AssetFacts asset : assets.values()) {
            assertThat(mended.find(asset.id()).isPresent()).isEqualTo(reached.contains(asset.id()));
            AccessQuestion question = new AccessQuestion(
                    caller(asking), asset.id(), new AccountRef.SameName(), "ssh", Action.CONNECT, now);
            assertThat(mended.decide(question)).isEqualTo(scratch.decide(question));
        }
    }

    private static Caller caller(Subject person) {
        return new Caller(
                person.user(), person.username(), OrganisationId.next(), Set.of(), "192.0.2.1", "ssh", new UUID(0, 0));
    }

    private NodeId[] places() {
        return IntStream.rangeClosed(0, random.nextInt(3) == 0 ? 1 : 0)
                .mapToObj(i -> any(nodes).id())
                .distinct()
                .toArray(NodeId[]::new);
    }

    private Optional<AssetFacts> anyAsset() {
        return assets.isEmpty() ? Optional.empty() : Optional.of(any(List.copyOf(assets.values())));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static AssetFacts withId(AssetFacts asset, AssetId id) {
        return new AssetFacts(
                id,
                asset.name(),
                asset.address(),
                asset.platform(),
                asset.protocols(),
                asset.nodes(),
                asset.labels(),
                asset.active(),
                asset.comment(),
                asset.searchText());
    }
}
