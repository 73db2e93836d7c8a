package gatehouse.policy.control;

import gatehouse.identity.entity.GroupId;
import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.BuiltInPlatforms;
import gatehouse.inventory.entity.NodeId;
import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.AccountRule;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.PermissionDetails;
import gatehouse.policy.entity.PermissionId;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.TunnelRule;
import gatehouse.vault.entity.AccountFacts;
import gatehouse.vault.entity.AccountId;
import gatehouse.vault.entity.SecretKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Facts for tests of policy. */
final class TestingFacts {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private TestingFacts() {}

    static AssetFacts asset(String name, NodeId... nodes) {
        return new AssetFacts(
                AssetId.next(),
                name,
                "192.0.2.1",
                BuiltInPlatforms.LINUX.id(),
                List.of(new ProtocolEndpoint("ssh", 22), new ProtocolEndpoint("telnet", 23)),
                Set.of(nodes),
                Set.of(),
                true,
                "",
                name.toLowerCase(Locale.ROOT));
    }

    static AssetFacts inactive(AssetFacts asset) {
        return new AssetFacts(
                asset.id(),
                asset.name(),
                asset.address(),
                asset.platform(),
                asset.protocols(),
                asset.nodes(),
                asset.labels(),
                false,
                asset.comment(),
                asset.searchText());
    }

    static AccountFacts account(AssetId asset, String username) {
        return account(asset, username, true);
    }

    static AccountFacts account(AssetId asset, String username, boolean active) {
        return new AccountFacts(AccountId.next(), asset, username, username, SecretKind.PASSWORD, true, false, active);
    }

    /** A permission of one user, to be made narrower. */
    static PermitBuilder permit(String name) {
        return new PermitBuilder(name);
    }

    static final class PermitBuilder {
        private final String name;
        private Set<UserId> users = Set.of();
        private Set<GroupId> groups = Set.of();
        private Set<AssetId> assets = Set.of();
        private Set<NodeId> nodes = Set.of();
        private AccountRule accounts = AccountRule.parse(List.of("@ALL"));
        private Set<String> protocols = Set.of();
        private Set<Action> actions = Set.of(Action.CONNECT);
        private TunnelRule tunnels = TunnelRule.ASSET_ONLY;
        private Optional<Instant> from = Optional.empty();
        private Optional<Instant> until = Optional.empty();
        private boolean active = true;

        private PermitBuilder(String name) {
            this.name = name;
        }

        PermitBuilder users(UserId... ids) {
            users = Set.of(ids);
            return this;
        }

        PermitBuilder groups(GroupId... ids) {
            groups = Set.of(ids);
            return this;
        }

        PermitBuilder assets(AssetId... ids) {
            assets = Set.of(ids);
            return this;
        }

        PermitBuilder nodes(NodeId... ids) {
            nodes = Set.of(ids);
            return this;
        }

        PermitBuilder accounts(String... words) {
            accounts = AccountRule.parse(List.of(words));
            return this;
        }

        PermitBuilder protocols(String... names) {
            protocols = Set.of(names);
            return this;
        }

        PermitBuilder actions(Action... wanted) {
            actions = Set.of(wanted);
            return this;
        }

        PermitBuilder tunnels(String... words) {
            tunnels = TunnelRule.parse(List.of(words));
            return this;
        }

        PermitBuilder from(Instant instant) {
            from = Optional.of(instant);
            return this;
        }

        PermitBuilder until(Instant instant) {
            until = Optional.of(instant);
            return this;
        }

        PermitBuilder inactive() {
            active = false;
            return this;
        }

        Permit build() {
            return new Permit(
                    PermissionId.next(),
                    new PermissionDetails(
                            name, users, groups, assets, nodes, accounts, protocols, actions, tunnels, from, until,
                            active, ""));
        }
    }
}
