package gatehouse.inventory.control;

import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.InventoryProblem;
import gatehouse.inventory.entity.Node;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.Names;
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

/** Rows of the tree. Every change waits for the inventory's next version first. */
@ApplicationScoped
public class NodeRows {
    /** Whose version is that of the inventory in which the tree changed last. */
    static final String TREE = "inventory-tree";

    private Rows rows;
    private ChangeClock changes;

    protected NodeRows() {}

    @Inject
    NodeRows(Rows rows, ChangeClock changes) {
        this.rows = rows;
        this.changes = changes;
    }

    /** Made when it is first asked for. */
    public Node root(Scope scope) {
        NodeId id = Node.rootOf(scope.organisation());
        return find(scope, id).orElseGet(() -> {
            treeChanges(scope);
            return find(scope, id).orElseGet(() -> added(scope, Node.root(scope.organisation())));
        });
    }

    public Optional<Node> find(Scope scope, NodeId id) {
        return rows.in(scope).find(Node.class, id.value());
    }

    public Node require(Scope scope, NodeId id) {
        if (id.equals(Node.rootOf(scope.organisation()))) {
            return root(scope);
        }
        return find(scope, id).orElseThrow(() -> InventoryProblem.NODE_MISSING.problem("there is no such node"));
    }

    /** The whole tree, parents before children. */
    public List<Node> all(Scope scope) {
        return rows.in(scope)
                .query(Node.class, "select n from Node n where n.organisation = :organisation order by n.path")
                .getResultList();
    }

    public List<Node> search(Scope scope, String text, int limit) {
        return rows.in(scope)
                .query(
                        Node.class,
                        "select n from Node n where n.organisation = :organisation and locate(:text, n.nameKey) > 0"
                                + " order by n.fullName")
                .setParameter("text", Asset.nameKey(text))
                .setMaxResults(limit)
                .getResultList();
    }

    public List<Node> children(Scope scope, NodeId parent) {
        return rows.in(scope)
                .query(
                        Node.class,
                        "select n from Node n where n.organisation = :organisation and n.parent = :parent"
                                + " order by n.nameKey")
                .setParameter("parent", parent.value())
                .getResultList();
    }

    public Optional<Node> childNamed(Scope scope, NodeId parent, String name) {
        return rows.in(scope)
                .query(
                        Node.class,
                        "select n from Node n where n.organisation = :organisation and n.parent = :parent"
                                + " and n.nameKey = :key")
                .setParameter("parent", parent.value())
                .setParameter("key", Asset.nameKey(name))
                .getResultStream()
                .findFirst();
    }

    public Node add(Scope scope, NodeId parent, String name) {
        treeChanges(scope);
        Node above = FieldChecks.about("parent", () -> require(scope, parent));
        Names.requireSeen(InventoryProblem.NODE_INVALID, "name", name, "");
        requireNameFree(scope, parent, name);
        return added(scope, above.child(NodeId.next(), name));
    }

    public Node rename(Scope scope, NodeId id, String name) {
        treeChanges(scope);
        Node node = require(scope, id);
        Names.requireSeen(InventoryProblem.NODE_INVALID, "name", name, node.name());
        if (!Asset.nameKey(node.name()).equals(Asset.nameKey(name))) {
            node.parent().ifPresent(parent -> requireNameFree(scope, parent, name));
        }
        List<Node> below = below(scope, node);
        node.rename(name);
        hangAgain(node, below);
        return node;
    }

    public Node move(Scope scope, NodeId id, NodeId newParent) {
        treeChanges(scope);
        Node node = require(scope, id);
        if (node.parent().isEmpty()) {
            throw InventoryProblem.NODE_INVALID.problem("the root cannot be moved");
        }
        if (node.parent().get().equals(newParent)) {
            return node;
        }
        requireNameFree(scope, newParent, node.name());
        List<Node> below = below(scope, node);
        node.hangBelow(FieldChecks.about("parent", () -> require(scope, newParent)));
        hangAgain(node, below);
        return node;
    }

    public void remove(Scope scope, Node node) {
        treeChanges(scope);
        if (node.parent().isEmpty()) {
            throw InventoryProblem.NODE_INVALID.problem("the root cannot be deleted");
        }
        if (!children(scope, node.id()).isEmpty() || assetsIn(scope, node.id()) > 0) {
            throw InventoryProblem.NODE_NOT_EMPTY.problem("there are nodes or assets in it; move them first");
        }
        rows.in(scope).remove(node);
        rows.in(scope).flush();
    }

    /** Node → assets in it and below, each counted once. */
    public Map<NodeId, Long> counts(Scope scope, List<Node> tree) {
        Map<NodeId, Set<NodeId>> up = new HashMap<>();
        for (Node node : tree) {
            Set<NodeId> path = new HashSet<>(node.ancestors());
            path.add(node.id());
            up.put(node.id(), path);
        }
        Map<UUID, Set<NodeId>> reached = new HashMap<>();
        rows.in(scope)
                .query(
                        Object[].class,
                        "select a.id, n from Asset a join a.nodes n where a.organisation = :organisation")
                .getResultStream()
                .forEach(row -> reached.computeIfAbsent((UUID) row[0], asset -> new HashSet<>())
                        .addAll(up.getOrDefault(new NodeId((UUID) row[1]), Set.of())));
        Map<NodeId, Long> counts = new HashMap<>();
        reached.values().forEach(nodes -> nodes.forEach(node -> counts.merge(node, 1L, Long::sum)));
        return counts;
    }

    private long assetsIn(Scope scope, NodeId node) {
        return rows.in(scope)
                .query(
                        Long.class,
                        "select count(a) from Asset a join a.nodes n where a.organisation = :organisation and n = :node")
                .setParameter("node", node.value())
                .getSingleResult();
    }

    private List<Node> below(Scope scope, Node node) {
        return rows.in(scope)
                .query(
                        Node.class,
                        "select n from Node n where n.organisation = :organisation and n.path like :path"
                                + " and n.id <> :id order by n.path")
                .setParameter("path", node.path() + "%")
                .setParameter("id", node.id().value())
                .getResultList();
    }

    private static void hangAgain(Node top, List<Node> below) {
        Map<NodeId, Node> known = new HashMap<>(Map.of(top.id(), top));
        for (Node node : below) {
            node.hangBelow(known.get(node.parent().orElseThrow()));
            known.put(node.id(), node);
        }
    }

    private void requireNameFree(Scope scope, NodeId parent, String name) {
        if (childNamed(scope, parent, name).isPresent()) {
            throw InventoryProblem.NODE_NAME_TAKEN.at(
                    "name", "there is a node called " + name + " in this place already");
        }
    }

    private void treeChanges(Scope scope) {
        changes.mark(scope, TREE, changes.next(scope, AssetRows.CONTEXT));
    }

    private Node added(Scope scope, Node node) {
        rows.in(scope).add(node);
        rows.in(scope).flush();
        return node;
    }
}
