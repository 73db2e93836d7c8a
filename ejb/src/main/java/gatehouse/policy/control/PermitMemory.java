package gatehouse.policy.control;

import gatehouse.identity.entity.GroupId;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.Scope;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.AccountRule;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.PermissionDetails;
import gatehouse.policy.entity.PermissionId;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.TunnelRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads many permissions at once. A permission takes several queries, and somebody may commit a change between them; none is ever
 * made of a part from before and a part from after.
 */
@ApplicationScoped
public class PermitMemory {
    private PermitQueries queries;

    protected PermitMemory() {}

    @Inject
    PermitMemory(PermitQueries queries) {
        this.queries = queries;
    }

    /** The version is read first: what is committed after that comes again with the next call, which does no harm. */
    public PermitChanges since(Scope scope, long version) {
        long now = queries.version(scope);
        Map<UUID, Permit> permits = new LinkedHashMap<>();
        long seen = version;
        do {
            seen = read(scope, seen, permits);
        } while (queries.changedAfter(scope, seen).stream().anyMatch(permits::containsKey));
        List<PermissionId> removed = queries.removed(scope, version);
        removed.forEach(gone -> permits.remove(gone.value()));
        return new PermitChanges(now, List.copyOf(permits.values()), removed);
    }

    /**
     * Versions are committed in their order. So whatever is changed after its columns were read has a later version than all of them,
     * and is found by that.
     *
     * @return the latest version among those that changed after {@code version}
     */
    private long read(Scope scope, long version, Map<UUID, Permit> permits) {
        List<PermitQueries.Columns> found = queries.columns(scope, version);
        Whom whom = new Whom(
                queries.members(scope, version, "users"),
                queries.members(scope, version, "groups"),
                queries.members(scope, version, "assets"),
                queries.members(scope, version, "nodes"));
        found.forEach(columns -> permits.put(columns.id(), permit(columns, whom)));
        return found.stream().mapToLong(PermitQueries.Columns::changed).reduce(version, Math::max);
    }

    private record Whom(
            Map<UUID, Set<UUID>> users,
            Map<UUID, Set<UUID>> groups,
            Map<UUID, Set<UUID>> assets,
            Map<UUID, Set<UUID>> nodes) {}

    private static Permit permit(PermitQueries.Columns columns, Whom whom) {
        UUID id = columns.id();
        return new Permit(
                new PermissionId(id),
                new PermissionDetails(
                        columns.name(),
                        ids(whom.users(), id, UserId::new),
                        ids(whom.groups(), id, GroupId::new),
                        ids(whom.assets(), id, AssetId::new),
                        ids(whom.nodes(), id, NodeId::new),
                        AccountRule.parse(columns.accounts().lines().toList()),
                        columns.protocols().lines().collect(Collectors.toSet()),
                        columns.actions().lines().map(Action::valueOf).collect(Collectors.toSet()),
                        TunnelRule.parse(columns.tunnels().lines().toList()),
                        columns.from(),
                        columns.until(),
                        columns.active(),
                        columns.comment()));
    }

    private static <T> Set<T> ids(Map<UUID, Set<UUID>> members, UUID permission, Function<UUID, T> wrap) {
        return members.getOrDefault(permission, Set.of()).stream().map(wrap).collect(Collectors.toSet());
    }
}
