package gatehouse.inventory.control;

import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.InventoryChanges;
import gatehouse.inventory.entity.Label;
import gatehouse.inventory.entity.NodeId;
import gatehouse.inventory.entity.PlatformId;
import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.ChangeClock;
import gatehouse.kernel.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads many assets at once, column by column: entities would cost several times as much. */
@ApplicationScoped
public class Facts {
    private Rows rows;
    private ChangeClock changes;
    private NodeRows nodes;
    private PlatformRows platforms;

    protected Facts() {}

    @Inject
    Facts(Rows rows, ChangeClock changes, NodeRows nodes, PlatformRows platforms) {
        this.rows = rows;
        this.changes = changes;
        this.nodes = nodes;
        this.platforms = platforms;
    }

    /** The version is read first: what is committed after that comes again with the next call, which does no harm. */
    public InventoryChanges since(Scope scope, long version) {
        Map<String, Long> known = changes.versions(scope);
        boolean treeChanged = version == 0 || known.getOrDefault(NodeRows.TREE, 0L) > version;
        return new InventoryChanges(
                known.getOrDefault(AssetRows.CONTEXT, 0L),
                assets(scope, version),
                removed(scope, version),
                treeChanged ? Optional.of(nodes.all(scope)) : Optional.empty(),
                platforms.all(scope));
    }

    private List<AssetFacts> assets(Scope scope, long version) {
        Map<UUID, Set<NodeId>> places = places(scope, version);
        return rows.in(scope)
                .query(
                        Object[].class,
                        "select a.id, a.name, a.address, a.platform, a.protocols, a.labels, a.active, a.comment,"
                                + " a.searchText from Asset a where a.organisation = :organisation and a.changed > :version")
                .setParameter("version", version)
                .getResultStream()
                .map(row -> facts(row, places))
                .toList();
    }

    @SuppressWarnings("unchecked") // columns 4 and 5 come out of the entity's converters
    private static AssetFacts facts(Object[] row, Map<UUID, Set<NodeId>> places) {
        return new AssetFacts(
                new AssetId((UUID) row[0]),
                (String) row[1],
                (String) row[2],
                new PlatformId((UUID) row[3]),
                (List<ProtocolEndpoint>) row[4],
                places.getOrDefault((UUID) row[0], Set.of()),
                (Set<Label>) row[5],
                (Boolean) row[6],
                (String) row[7],
                (String) row[8]);
    }

    private Map<UUID, Set<NodeId>> places(Scope scope, long version) {
        Map<UUID, Set<NodeId>> places = new HashMap<>();
        rows.in(scope)
                .query(
                        Object[].class,
                        "select a.id, n from Asset a join a.nodes n"
                                + " where a.organisation = :organisation and a.changed > :version")
                .setParameter("version", version)
                .getResultStream()
                .forEach(row -> places.computeIfAbsent((UUID) row[0], asset -> new HashSet<>(2))
                        .add(new NodeId((UUID) row[1])));
        return places;
    }

    private List<AssetId> removed(Scope scope, long version) {
        return rows.in(scope)
                .query(
                        UUID.class,
                        "select r.subject from Removal r where r.organisation = :organisation and r.changed > :version")
                .setParameter("version", version)
                .getResultStream()
                .map(AssetId::new)
                .toList();
    }
}
