package gatehouse.policy.control;

import gatehouse.identity.entity.GroupId;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.Scope;
import gatehouse.kernel.UserId;
import gatehouse.kernel.persistence.ChangeClock;
import gatehouse.kernel.persistence.Rows;
import gatehouse.policy.entity.AccountRule;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.PermissionDetails;
import gatehouse.policy.entity.PermissionId;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.TunnelRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads many permissions at once, column by column: entities would cost five queries each. */
@ApplicationScoped
public class PermitMemory {
    private Rows rows;
    private ChangeClock changes;

    protected PermitMemory() {}

    @Inject
    PermitMemory(Rows rows, ChangeClock changes) {
        this.rows = rows;
        this.changes = changes;
    }

    /** The version is read first: what is committed after that comes again with the next call, which does no harm. */
    public PermitChanges since(Scope scope, long version) {
        long now = changes.versions(scope).getOrDefault(PermissionRows.CONTEXT, 0L);
        Whom whom = new Whom(
                members(scope, version, "users"),
                members(scope, version, "groups"),
                members(scope, version, "assets"),
                members(scope, version, "nodes"));
        List<Permit> permits = rows.in(scope)
                .query(
                        Object[].class,
                        "select p.id, p.name, p.accounts, p.protocols, p.actions, p.tunnels, p.validFrom, p.validUntil, p.active,"
                                + " p.comment from AssetPermission p"
                                + " where p.organisation = :organisation and p.changed > :version")
                .setParameter("version", version)
                .getResultStream()
                .map(row -> permit(row, whom))
                .toList();
        return new PermitChanges(now, permits, removed(scope, version));
    }

    private record Whom(
            Map<UUID, Set<UUID>> users,
            Map<UUID, Set<UUID>> groups,
            Map<UUID, Set<UUID>> assets,
            Map<UUID, Set<UUID>> nodes) {}

    private static Permit permit(Object[] row, Whom whom) {
        UUID id = (UUID) row[0];
        return new Permit(
                new PermissionId(id),
                new PermissionDetails(
                        (String) row[1],
                        ids(whom.users(), id, UserId::new),
                        ids(whom.groups(), id, GroupId::new),
                        ids(whom.assets(), id, AssetId::new),
                        ids(whom.nodes(), id, NodeId::new),
                        AccountRule.parse(((String) row[2]).lines().toList()),
                        ((String) row[3]).lines().collect(Collectors.toSet()),
                        ((String) row[4]).lines().map(Action::valueOf).collect(Collectors.toSet()),
                        TunnelRule.parse(((String) row[5]).lines().toList()),
                        Optional.ofNullable((Instant) row[6]),
                        Optional.ofNullable((Instant) row[7]),
                        (Boolean) row[8],
                        (String) row[9]));
    }

    private static <T> Set<T> ids(Map<UUID, Set<UUID>> members, UUID permission, Function<UUID, T> wrap) {
        return members.getOrDefault(permission, Set.of()).stream().map(wrap).collect(Collectors.toSet());
    }

    /** @param collection one of four words of this class: it becomes part of the query */
    private Map<UUID, Set<UUID>> members(Scope scope, long version, String collection) {
        Map<UUID, Set<UUID>> members = new HashMap<>();
        rows.in(scope)
                .query(
                        Object[].class,
                        "select p.id, m from AssetPermission p join p." + collection + " m"
                                + " where p.organisation = :organisation and p.changed > :version")
                .setParameter("version", version)
                .getResultStream()
                .forEach(row -> members.computeIfAbsent((UUID) row[0], permission -> new HashSet<>())
                        .add((UUID) row[1]));
        return members;
    }

    private List<PermissionId> removed(Scope scope, long version) {
        return rows.in(scope)
                .query(
                        UUID.class,
                        "select r.subject from PermissionRemoval r"
                                + " where r.organisation = :organisation and r.changed > :version")
                .setParameter("version", version)
                .getResultStream()
                .map(PermissionId::new)
                .toList();
    }
}
