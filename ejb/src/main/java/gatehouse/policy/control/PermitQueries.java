package gatehouse.policy.control;

import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.ChangeClock;
import gatehouse.kernel.persistence.Rows;
import gatehouse.policy.entity.PermissionId;
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
import java.util.stream.Collectors;

/** Permissions column by column: entities would cost five queries each. Each query sees what is committed when it runs. */
@ApplicationScoped
class PermitQueries {
    private Rows rows;
    private ChangeClock changes;

    protected PermitQueries() {}

    @Inject
    PermitQueries(Rows rows, ChangeClock changes) {
        this.rows = rows;
        this.changes = changes;
    }

    /** A permission without those whom it names; what is a list is text of one word a line. */
    record Columns(
            UUID id,
            long changed,
            String name,
            String accounts,
            String protocols,
            String actions,
            String tunnels,
            Optional<Instant> from,
            Optional<Instant> until,
            boolean active,
            String comment) {
        private static Columns of(Object[] row) {
            return new Columns(
                    (UUID) row[0],
                    (Long) row[1],
                    (String) row[2],
                    (String) row[3],
                    (String) row[4],
                    (String) row[5],
                    (String) row[6],
                    Optional.ofNullable((Instant) row[7]),
                    Optional.ofNullable((Instant) row[8]),
                    (Boolean) row[9],
                    (String) row[10]);
        }
    }

    long version(Scope scope) {
        return changes.versions(scope).getOrDefault(PermissionRows.CONTEXT, 0L);
    }

    /** Of those that changed after that version. */
    List<Columns> columns(Scope scope, long version) {
        return rows.in(scope)
                .query(
                        Object[].class,
                        "select p.id, p.changed, p.name, p.accounts, p.protocols, p.actions, p.tunnels, p.validFrom,"
                                + " p.validUntil, p.active, p.comment from AssetPermission p"
                                + " where p.organisation = :organisation and p.changed > :version")
                .setParameter("version", version)
                .getResultStream()
                .map(Columns::of)
                .toList();
    }

    /** @param collection one of the four words of {@link PermitMemory}: it becomes part of the query */
    Map<UUID, Set<UUID>> members(Scope scope, long version, String collection) {
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

    Set<UUID> changedAfter(Scope scope, long version) {
        return rows.in(scope)
                .query(
                        UUID.class,
                        "select p.id from AssetPermission p"
                                + " where p.organisation = :organisation and p.changed > :version")
                .setParameter("version", version)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    List<PermissionId> removed(Scope scope, long version) {
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
