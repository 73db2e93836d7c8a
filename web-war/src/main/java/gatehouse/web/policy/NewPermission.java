package gatehouse.web.policy;

import gatehouse.identity.entity.GroupId;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.AccountRule;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.PermissionDetails;
import gatehouse.policy.entity.TunnelRule;
import gatehouse.web.Given;
import gatehouse.web.Members;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An asset permission as administrators write it.
 *
 * @param users ids
 * @param groups ids of user groups
 * @param assets ids
 * @param nodes ids; each with everything below
 * @param accounts {@code @ALL}, {@code @USER}, {@code @INPUT}, usernames, {@code !username} to exclude one
 * @param protocols names; all when absent or empty
 * @param actions CONNECT, UPLOAD, DOWNLOAD, COPY, PASTE, DELETE, SHARE, TUNNEL; CONNECT alone when absent
 * @param tunnels where TUNNEL leads to, as host:port: {@code @ASSET:*} (the asset itself, also when absent or empty),
 *     {@code db.example.org:5432}, {@code *.example.org:80-90}, {@code 10.1.0.0/16:*}, {@code *:*}
 * @param from inclusive
 * @param until exclusive
 */
public record NewPermission(
        String name,
        Optional<List<String>> users,
        Optional<List<String>> groups,
        Optional<List<String>> assets,
        Optional<List<String>> nodes,
        List<String> accounts,
        Optional<List<String>> protocols,
        Optional<List<String>> actions,
        Optional<List<String>> tunnels,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Boolean> active,
        Optional<String> comment) {
    private static final AccountRule NO_ACCOUNTS = AccountRule.parse(List.of());

    static NewPermission from(PermissionDetails details) {
        return new NewPermission(
                details.name(),
                Optional.of(details.users().stream().map(UserId::toString).toList()),
                Optional.of(details.groups().stream().map(GroupId::toString).toList()),
                Optional.of(details.assets().stream().map(AssetId::toString).toList()),
                Optional.of(details.nodes().stream().map(NodeId::toString).toList()),
                details.accounts().words(),
                Optional.of(details.protocols().stream().sorted().toList()),
                Optional.of(
                        details.actions().stream().sorted().map(Action::name).toList()),
                Optional.of(details.tunnels().words()),
                details.from(),
                details.until(),
                Optional.of(details.active()),
                Optional.of(details.comment()));
    }

    PermissionDetails details() {
        Members members = new Members();
        Set<UserId> people = members.set("users", users, UserId::parse);
        Set<GroupId> teams = members.set("groups", groups, GroupId::parse);
        Set<AssetId> machines = members.set("assets", assets, AssetId::parse);
        Set<NodeId> places = members.set("nodes", nodes, NodeId::parse);
        AccountRule logins = members.read("accounts", NO_ACCOUNTS, () -> AccountRule.parse(accounts));
        Set<Action> wanted = members.set("actions", actions, word -> Given.word(Action.class, "actions", word));
        TunnelRule destinations =
                members.read("tunnels", TunnelRule.ASSET_ONLY, () -> TunnelRule.parse(tunnels.orElse(List.of())));
        return members.whole(() -> new PermissionDetails(
                name,
                people,
                teams,
                machines,
                places,
                logins,
                Set.copyOf(protocols.orElse(List.of())),
                actions.isEmpty() ? Set.of(Action.CONNECT) : wanted,
                destinations,
                from,
                until,
                active.orElse(true),
                comment.orElse("")));
    }
}
