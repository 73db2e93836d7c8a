package gatehouse.inventory.control;

import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.AssetFilter;
import gatehouse.inventory.entity.Node;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.persistence.Criterion;
import gatehouse.kernel.persistence.ScopedRows;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Turns a filter of assets into conditions. */
final class AssetCriteria {
    private AssetCriteria() {}

    static List<Criterion<Asset>> of(ScopedRows rows, AssetFilter filter) {
        List<Criterion<Asset>> criteria = new ArrayList<>();
        filter.platform().ifPresent(id -> criteria.add(Criterion.equal("platform", id.value())));
        filter.zone().ifPresent(id -> criteria.add(Criterion.equal("zone", id.value())));
        filter.name().ifPresent(name -> criteria.add(Criterion.equal("nameKey", Asset.nameKey(name))));
        filter.address().ifPresent(address -> criteria.add(Criterion.equal("address", address)));
        filter.active().ifPresent(active -> criteria.add(Criterion.equal("active", active)));
        filter.node().ifPresent(node -> criteria.add(below(pathOf(rows, node))));
        return criteria;
    }

    /** A node that is not there has nothing below it. */
    private static String pathOf(ScopedRows rows, NodeId node) {
        return rows.find(Node.class, node.value()).map(Node::path).orElse("-");
    }

    private static Criterion<Asset> below(String path) {
        return (builder, root) -> {
            Subquery<UUID> nodes = builder.createQuery().subquery(UUID.class);
            var node = nodes.from(Node.class);
            var assets = nodes.correlate(root);
            nodes.select(node.get("id"))
                    .where(
                            builder.like(node.get("path"), path + "%"),
                            builder.isMember(node.<UUID>get("id"), assets.<java.util.Set<UUID>>get("nodes")));
            return builder.exists(nodes);
        };
    }
}
