import gatehouse.identity.entity.GroupId;
import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.BuiltInPlatforms;
import gatehouse.inventory.entity.InventoryChanges;
import gatehouse.inventory.entity.Node;
import gatehouse.inventory.entity.NodeId;
import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import gatehouse.policy.control.Estate;
import gatehouse.policy.control.PermitChanges;
import gatehouse.policy.entity.AccountRule;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.PermissionDetails;
import gatehouse.policy.entity.PermissionId;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.Subject;
import gatehouse.policy.entity.TunnelRule;
import gatehouse.vault.entity.AccountFacts;
import gatehouse.vault.entity.AccountId;
import gatehouse.vault.entity.SecretKind;
import gatehouse.vault.entity.VaultChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** An organisation, made up in memory for measurements: always the same one for the same sizes. */
final class MadeUp {
    private static final List<String> USERNAMES = List.of("root", "deploy", "admin", "postgres");

    final Random random = new Random(7);
    final OrganisationId organisation = OrganisationId.next();
    final List<Node> nodes = new ArrayList<>();
    final List<AssetFacts> assets = new ArrayList<>();
    final List<AccountFacts> accounts = new ArrayList<>();
    final List<Subject> people = new ArrayList<>();
    final List<Permit> permits = new ArrayList<>();

    /** The first person reaches everything. */
    MadeUp(int assetCount, int nodeCount, int userCount, int permissionCount) {
        nodes.add(Node.root(organisation));
        while (nodes.size() < nodeCount) {
            nodes.add(nodes.get(random.nextInt(Math.min(nodes.size(), nodeCount / 4))).child(NodeId.next(), "node-" + nodes.size()));
        }
        for (int i = 0; i < assetCount; i++) {
            AssetFacts asset = asset(AssetId.next(), "host-" + i);
            assets.add(asset);
            accounts.add(account(asset.id()));
            if (i % 2 == 0) {
                accounts.add(account(asset.id()));
            }
        }
        List<GroupId> groups = IntStream.range(0, 200).mapToObj(i -> GroupId.next()).toList();
        for (int i = 0; i < userCount; i++) {
            people.add(new Subject(UserId.next(), "user" + i, Set.of(groups.get(i % 200), groups.get((i + 7) % 200))));
        }
        permits.add(permit(people.getFirst().user(), Optional.empty(), nodes.getFirst().id()));
        while (permits.size() < permissionCount) {
            permits.add(permit(people.get(random.nextInt(userCount)).user(), Optional.of(groups.get(random.nextInt(200))), anyNode()));
        }
    }

    Estate estate(long version) {
        return Estate.empty()
                .with(new InventoryChanges(version, assets, List.of(), Optional.of(nodes), BuiltInPlatforms.all()))
                .with(new VaultChanges(version, accounts, List.of()))
                .with(new PermitChanges(version, permits, List.of()));
    }

    AssetFacts asset(AssetId id, String name) {
        Set<NodeId> places = random.nextInt(10) == 0 ? Set.copyOf(List.of(anyNode(), nodes.get(1).id())) : Set.of(anyNode());
        String address = "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
        return new AssetFacts(id, name, address, BuiltInPlatforms.LINUX.id(), List.of(new ProtocolEndpoint("ssh", 22), new ProtocolEndpoint("sftp", 22)),
                places, Set.of(), true, "", (name + " " + address).toLowerCase(Locale.ROOT));
    }

    AccountFacts account(AssetId asset) {
        String name = USERNAMES.get(random.nextInt(USERNAMES.size()));
        return new AccountFacts(AccountId.next(), asset, name, name, SecretKind.PASSWORD, true, false, true);
    }

    NodeId anyNode() {
        return nodes.get(random.nextInt(nodes.size())).id();
    }

    Permit permit(UserId user, Optional<GroupId> group, NodeId node) {
        return new Permit(PermissionId.next(), new PermissionDetails("p", Set.of(user), group.map(Set::of).orElse(Set.of()), Set.of(), Set.of(node),
                AccountRule.parse(List.of("@ALL")), Set.of(), Set.of(Action.CONNECT), TunnelRule.ASSET_ONLY, Optional.empty(), Optional.empty(), true, ""));
    }

    static int number(String name, int otherwise) {
        return Optional.ofNullable(System.getenv(name)).map(Integer::parseInt).orElse(otherwise);
    }
}
