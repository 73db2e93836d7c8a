package gatehouse.policy.control;

import gatehouse.inventory.entity.AssetRemoved;
import gatehouse.inventory.entity.NodeRemoved;
import gatehouse.kernel.Names;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.ChangeClock;
import gatehouse.kernel.persistence.Criterion;
import gatehouse.kernel.persistence.Listing;
import gatehouse.kernel.persistence.Rows;
import gatehouse.policy.entity.AssetPermission;
import gatehouse.policy.entity.PermissionDetails;
import gatehouse.policy.entity.PermissionFilter;
import gatehouse.policy.entity.PermissionId;
import gatehouse.policy.entity.PermissionRemoval;
import gatehouse.policy.entity.PolicyProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.criteria.Expression;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows of permissions. Every change waits for the policy's next version first. */
@ApplicationScoped
public class PermissionRows {
    static final String CONTEXT = "policy";

    private static final Listing<AssetPermission> LISTING = new Listing<>(
            AssetPermission.class,
            List.of("nameKey", "comment"),
            Map.of(
                    "name", "nameKey",
                    "active", "active",
                    "from", "validFrom",
                    "until", "validUntil",
                    "createdAt", "createdAt",
                    "updatedAt", "updatedAt"),
            new PageRequest.Order("name", false));

    private Rows rows;
    private ChangeClock changes;
    private Clock clock;

    protected PermissionRows() {}

    @Inject
    PermissionRows(Rows rows, ChangeClock changes, Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.clock = clock;
    }

    public Page<AssetPermission> page(Scope scope, PermissionFilter filter, PageRequest request) {
        List<Criterion<AssetPermission>> criteria = new ArrayList<>();
        filter.user().ifPresent(id -> criteria.add(holding("users", id.value())));
        filter.group().ifPresent(id -> criteria.add(holding("groups", id.value())));
        filter.asset().ifPresent(id -> criteria.add(holding("assets", id.value())));
        filter.node().ifPresent(id -> criteria.add(holding("nodes", id.value())));
        filter.endsBefore().ifPresent(end -> criteria.add(ending(clock.instant(), end)));
        return rows.in(scope).page(LISTING, request, criteria);
    }

    private static Criterion<AssetPermission> holding(String collection, UUID id) {
        return (builder, root) -> {
            Expression<Set<UUID>> members = root.get(collection);
            return builder.isMember(id, members);
        };
    }

    private static Criterion<AssetPermission> ending(Instant now, Instant before) {
        return (builder, root) -> builder.between(root.get("validUntil"), now, before);
    }

    public AssetPermission require(Scope scope, PermissionId id) {
        return rows.in(scope)
                .find(AssetPermission.class, id.value())
                .orElseThrow(() -> PolicyProblem.PERMISSION_MISSING.problem("there is no such permission"));
    }

    public AssetPermission add(Scope scope, PermissionDetails details) {
        long version = changes.next(scope, CONTEXT);
        Names.requireSeen(PolicyProblem.PERMISSION_INVALID, "name", details.name(), "");
        requireNameFree(scope, details.name(), Optional.empty());
        AssetPermission permission =
                new AssetPermission(PermissionId.next(), scope.organisation(), details, clock.instant());
        permission.changedIn(version);
        return rows.in(scope).add(permission);
    }

    /** @param revision that the change was made from; empty for whatever it is now */
    public AssetPermission change(Scope scope, PermissionId id, PermissionDetails details, Optional<Long> revision) {
        long version = changes.next(scope, CONTEXT);
        AssetPermission permission = require(scope, id);
        if (revision.isPresent() && revision.get() != permission.revision()) {
            throw PolicyProblem.PERMISSION_CHANGED_MEANWHILE.problem(
                    "somebody else changed this permission meanwhile; load it again");
        }
        Names.requireSeen(
                PolicyProblem.PERMISSION_INVALID,
                "name",
                details.name(),
                permission.details().name());
        requireNameFree(scope, details.name(), Optional.of(id));
        permission.change(details, clock.instant());
        permission.changedIn(version);
        return permission;
    }

    public void remove(Scope scope, AssetPermission permission) {
        rows.in(scope).add(new PermissionRemoval(permission, changes.next(scope, CONTEXT)));
        rows.in(scope).remove(permission);
    }

    void onAssetRemoved(@Observes AssetRemoved removed) {
        forget(new Scope(removed.organisation()), "asset", removed.asset().value());
    }

    void onNodeRemoved(@Observes NodeRemoved removed) {
        forget(new Scope(removed.organisation()), "node", removed.node().value());
    }

    /** @param kind one of two words of this class: it becomes part of the SQL */
    private void forget(Scope scope, String kind, UUID id) {
        String naming = " where p.organisation = :organisation and p.id in (select m.permission from"
                + " gatehouse.policy_permission_" + kind + " m where m." + kind + " = :id)";
        List<?> found = rows.in(scope)
                .sql("select p.id from gatehouse.policy_permission p" + naming)
                .setParameter("id", id)
                .getResultList();
        if (found.isEmpty()) {
            return;
        }
        long version = changes.next(scope, CONTEXT);
        rows.in(scope)
                .sql("update gatehouse.policy_permission p set changed = :version" + naming)
                .setParameter("version", version)
                .setParameter("id", id)
                .executeUpdate();
        rows.in(scope)
                .sql("delete from gatehouse.policy_permission_" + kind + " where " + kind + " = :id and permission in"
                        + " (select p.id from gatehouse.policy_permission p where p.organisation = :organisation)")
                .setParameter("id", id)
                .executeUpdate();
    }

    private void requireNameFree(Scope scope, String name, Optional<PermissionId> own) {
        boolean taken = rows.in(scope)
                .query(
                        AssetPermission.class,
                        "select p from AssetPermission p where p.organisation = :organisation and p.nameKey = :key")
                .setParameter("key", AssetPermission.nameKey(name))
                .getResultStream()
                .anyMatch(other -> own.isEmpty() || !other.id().equals(own.get()));
        if (taken) {
            throw PolicyProblem.PERMISSION_NAME_TAKEN.at("name", "there is a permission called " + name + " already");
        }
    }
}
