package gatehouse.policy.control;

import static gatehouse.policy.control.TestingFacts.NOW;
import static gatehouse.policy.control.TestingFacts.account;
import static gatehouse.policy.control.TestingFacts.asset;
import static gatehouse.policy.control.TestingFacts.inactive;
import static gatehouse.policy.control.TestingFacts.permit;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.identity.entity.GroupId;
import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.BuiltInPlatforms;
import gatehouse.inventory.entity.Category;
import gatehouse.inventory.entity.InventoryChanges;
import gatehouse.inventory.entity.Node;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.PolicyVersion;
import gatehouse.policy.entity.ReachFilter;
import gatehouse.policy.entity.ReachableAccount;
import gatehouse.policy.entity.ReachableAsset;
import gatehouse.policy.entity.ReachableNode;
import gatehouse.policy.entity.Subject;
import gatehouse.vault.entity.AccountFacts;
import gatehouse.vault.entity.VaultChanges;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EstateTest {
    private final Node root = Node.root(OrganisationId.next());
    private final Node europe = root.child(NodeId.next(), "Europe");
    private final Node berlin = europe.child(NodeId.next(), "Berlin");
    private final AssetFacts web = asset("web-1", berlin.id());
    private final AssetFacts db = asset("DB-1", europe.id());
    private final AssetFacts both = asset("app-1", berlin.id(), europe.id());
    private final GroupId ops = GroupId.next();
    private final Subject alice = new Subject(UserId.next(), "alice", Set.of(ops));

    private Estate estate(Permit... permits) {
        List<AccountFacts> accounts =
                List.of(account(web.id(), "root"), account(db.id(), "root"), account(both.id(), "root"));
        return Estate.empty()
                .with(inventory(1, List.of(web, db, both)))
                .with(new VaultChanges(1, accounts, List.of()))
                .with(new PermitChanges(1, List.of(permits), List.of()));
    }

    private InventoryChanges inventory(long version, List<AssetFacts> assets) {
        return new InventoryChanges(
                version, assets, List.of(), Optional.of(List.of(root, europe, berlin)), BuiltInPlatforms.all());
    }

    private List<String> names(Estate estate, Instant at) {
        return new Answers(estate, alice, at)
                .page(ReachFilter.ALL, PageRequest.first(100)).items().stream()
                        .map(ReachableAsset::name)
                        .toList();
    }

    @Test
    void nodesGiveEverythingBelowThemSortedWhateverTheCase() {
        Estate estate = estate(permit("p").groups(ops).nodes(europe.id()).build());
        assertThat(names(estate, NOW)).containsExactly("app-1", "DB-1", "web-1");
        assertThat(names(estate(permit("p").groups(ops).nodes(berlin.id()).build()), NOW))
                .containsExactly("app-1", "web-1");
    }

    @Test
    void permissionsOfOthersGiveNothing() {
        assertThat(names(
                        estate(permit("p").users(UserId.next()).nodes(root.id()).build()), NOW))
                .isEmpty();
    }

    @Test
    void reachFollowsTheClockWithoutAChange() {
        Instant noon = NOW.plus(Duration.ofHours(1));
        Estate estate = estate(permit("p")
                .users(alice.user())
                .assets(web.id())
                .from(NOW)
                .until(noon)
                .build());
        assertThat(names(estate, NOW)).containsExactly("web-1");
        assertThat(names(estate, noon)).isEmpty();
        assertThat(names(estate, NOW.minusSeconds(1))).isEmpty();
    }

    @Test
    void anAssetWithoutUsableAccountIsNotReachable() {
        assertThat(names(
                        estate(permit("p")
                                .users(alice.user())
                                .nodes(root.id())
                                .accounts("deploy")
                                .build()),
                        NOW))
                .isEmpty();
        assertThat(names(
                        estate(permit("p")
                                .users(alice.user())
                                .assets(web.id())
                                .accounts("@INPUT")
                                .build()),
                        NOW))
                .containsExactly("web-1");
    }

    @Test
    void changesReplaceAndRemove() {
        Estate estate = estate(permit("p").users(alice.user()).nodes(root.id()).build());
        Estate asleep = estate.with(inventory(2, List.of(inactive(web))));
        assertThat(names(asleep, NOW)).containsExactly("app-1", "DB-1");
        Estate without = asleep.with(new InventoryChanges(
                3, List.of(), List.of(db.id()), Optional.of(List.of(root, europe, berlin)), BuiltInPlatforms.all()));
        assertThat(names(without, NOW)).containsExactly("app-1");
        assertThat(without.versions()).isEqualTo(new PolicyVersion(3, 1, 1));
    }

    @Test
    void theTreeCountsEachAssetOnce() {
        Answers answers = new Answers(
                estate(permit("p").users(alice.user()).nodes(root.id()).build()), alice, NOW);
        assertThat(answers.node(root.id()).orElseThrow())
                .returns(3, ReachableNode::assets)
                .returns(true, ReachableNode::hasChildren);
        assertThat(answers.children(europe.id())).singleElement().returns(2, ReachableNode::assets);
        assertThat(answers.children(berlin.id())).isEmpty();
    }

    /** R11.32 */
    @Test
    void whatIsCalledExactlySoIsFoundAmongAnyNumber() {
        List<AssetFacts> many = new ArrayList<>(List.of(web, db, both, asset("db", europe.id())));
        for (int i = 0; i < 300; i++) {
            many.add(asset("app-db-" + i, europe.id()));
        }
        many.add(asset("Db"));
        Estate estate = estate(permit("p")
                        .users(alice.user())
                        .nodes(root.id())
                        .accounts("@INPUT")
                        .build())
                .with(inventory(2, many));
        Answers answers = new Answers(estate, alice, NOW);
        assertThat(answers.called("DB")).extracting(ReachableAsset::name).containsExactly("db");
        assertThat(answers.called("192.0.2.1")).hasSize(304);
        assertThat(answers.called("d")).isEmpty();
    }

    @Test
    void pagesAreSearchedFilteredAndSorted() {
        Answers answers = new Answers(
                estate(permit("p").users(alice.user()).nodes(root.id()).build()), alice, NOW);
        assertThat(answers.page(ReachFilter.ALL, PageRequest.first(10).searching("dB"))
                        .items())
                .extracting(ReachableAsset::name)
                .containsExactly("DB-1");
        assertThat(answers.page(ReachFilter.in(Category.DEVICE), PageRequest.first(10))
                        .total())
                .isZero();
        var descending = new PageRequest(1, 1, "", List.of(new PageRequest.Order("name", true)));
        assertThat(answers.page(ReachFilter.below(europe.id()), descending))
                .satisfies(page -> assertThat(page.total()).isEqualTo(3))
                .satisfies(page -> assertThat(page.items().getFirst().name()).isEqualTo("DB-1"));
    }

    @Test
    void accountsComeWithTheirActionsAndTypedOnesLast() {
        Estate estate = estate(
                permit("p")
                        .users(alice.user())
                        .assets(web.id())
                        .accounts("root")
                        .build(),
                permit("q")
                        .users(alice.user())
                        .assets(web.id())
                        .accounts("@USER", "@INPUT")
                        .build());
        assertThat(AccountAnswers.of(estate, alice, web.id(), "ssh", NOW))
                .extracting(ReachableAccount::name)
                .containsExactly("root", "@USER", "@INPUT");
        assertThat(AccountAnswers.of(estate, alice, web.id(), "rdp", NOW)).isEmpty();
    }

    @Test
    void fiveThousandAssetsAreListedAsTheEngineDecidesEachOne() {
        List<AssetFacts> many = new ArrayList<>();
        List<AccountFacts> accounts = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            AssetFacts asset = asset("host-" + i, i % 3 == 0 ? berlin.id() : europe.id());
            many.add(asset);
            accounts.add(account(asset.id(), i % 2 == 0 ? "root" : "deploy", i % 7 != 0));
        }
        Estate estate = Estate.empty()
                .with(inventory(1, many))
                .with(new VaultChanges(1, accounts, List.of()))
                .with(new PermitChanges(
                        1,
                        List.of(
                                permit("a")
                                        .groups(ops)
                                        .nodes(berlin.id())
                                        .accounts("root")
                                        .build(),
                                permit("b")
                                        .users(alice.user())
                                        .nodes(europe.id())
                                        .accounts("@ALL", "!root")
                                        .protocols("telnet")
                                        .build()),
                        List.of()));
        Answers answers = new Answers(estate, alice, NOW);
        long expected = many.stream()
                .filter(asset -> answers.find(asset.id()).isPresent())
                .count();
        assertThat(answers.page(ReachFilter.ALL, PageRequest.first(1)).total())
                .isEqualTo(expected)
                .isBetween(1L, 4_999L);
    }
}
