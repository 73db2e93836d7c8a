package gatehouse.policy.entity;

import gatehouse.identity.entity.GroupId;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an administrator says about an asset permission.
 *
 * @param name unique in the organisation, whatever the case; 1 to 128 characters
 * @param nodes with everything below
 * @param protocols lower-case names; all when empty
 * @param actions without {@code CONNECT}, nobody can connect by this permission
 * @param tunnels where {@code TUNNEL} leads to
 * @param from inclusive
 * @param until exclusive
 */
public record PermissionDetails(
        String name,
        Set<UserId> users,
        Set<GroupId> groups,
        Set<AssetId> assets,
        Set<NodeId> nodes,
        AccountRule accounts,
        Set<String> protocols,
        Set<Action> actions,
        TunnelRule tunnels,
        Optional<Instant> from,
        Optional<Instant> until,
        boolean active,
        String comment) {
    /** Each on a line. */
    private static final int LONGEST_ACCOUNTS = 4_000;

    private static final int LONGEST_PROTOCOLS = 1_000;

    public PermissionDetails {
        name = name.strip();
        comment = comment.strip();
        users = Set.copyOf(users);
        groups = Set.copyOf(groups);
        assets = Set.copyOf(assets);
        nodes = Set.copyOf(nodes);
        protocols = protocols.stream()
                .map(protocol -> protocol.strip().toLowerCase(Locale.ROOT))
                .filter(protocol -> !protocol.equals("all"))
                .collect(Collectors.toUnmodifiableSet());
        actions = Set.copyOf(actions);
        FieldChecks checks = check(name, accounts, actions, comment);
        checkLength(checks, accounts, protocols);
        checks.require(
                        isBefore(from, until),
                        "until",
                        PolicyProblem.PERMISSION_INVALID,
                        "the permission must begin before it ends")
                .orThrow();
    }

    private static FieldChecks check(String name, AccountRule accounts, Set<Action> actions, String comment) {
        PolicyProblem invalid = PolicyProblem.PERMISSION_INVALID;
        boolean named = !name.isEmpty() && name.length() <= 128;
        return new FieldChecks()
                .require(named, "name", invalid, "the name must have 1 to 128 characters")
                .require(
                        !accounts.isEmpty(),
                        "accounts",
                        invalid,
                        "a permission names accounts: @ALL, @USER, @INPUT, usernames or !usernames")
                .require(!actions.isEmpty(), "actions", invalid, "a permission allows at least one action")
                .require(comment.length() <= 1024, "comment", invalid, "the comment may have up to 1024 characters");
    }

    private static boolean isBefore(Optional<Instant> from, Optional<Instant> until) {
        return from.isEmpty() || until.isEmpty() || from.get().isBefore(until.get());
    }

    private static void checkLength(FieldChecks checks, AccountRule accounts, Set<String> protocols) {
        checks.require(
                        lines(accounts.words()) <= LONGEST_ACCOUNTS,
                        "accounts",
                        PolicyProblem.PERMISSION_INVALID,
                        "the accounts of a permission have up to " + LONGEST_ACCOUNTS
                                + " characters together; name the others in another permission")
                .require(
                        lines(protocols) <= LONGEST_PROTOCOLS,
                        "protocols",
                        PolicyProblem.PERMISSION_INVALID,
                        "the protocols of a permission have up to " + LONGEST_PROTOCOLS + " characters together");
    }

    private static int lines(Collection<String> words) {
        return String.join("\n", words).length();
    }

    public boolean speaks(String protocol) {
        return protocols.isEmpty() || protocols.contains(protocol);
    }

    public Instant end() {
        return until.orElse(Decision.NEVER);
    }

    /** Active, begun and not ended. */
    public boolean holds(Instant at) {
        return active && (from.isEmpty() || !at.isBefore(from.get())) && at.isBefore(end());
    }
}
