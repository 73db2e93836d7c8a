package gatehouse.inventory.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.inventory.control.NodeRows;
import gatehouse.inventory.entity.InventoryRight;
import gatehouse.inventory.entity.Node;
import gatehouse.inventory.entity.NodeCount;
import gatehouse.inventory.entity.NodeId;
import gatehouse.inventory.entity.NodeRemoved;
import gatehouse.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The asset tree of the caller's organisation, for administrators. */
@Stateless
public class Nodes {
    @Inject
    private NodeRows rows;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<NodeRemoved> removed;

    /** The whole tree, parents before children. */
    public List<NodeCount> all(Caller caller) {
        caller.require(InventoryRight.ASSET_VIEW);
        rows.root(caller.scope());
        List<Node> tree = rows.all(caller.scope());
        return counted(caller, tree, tree);
    }

    /** Children by name. */
    public List<NodeCount> children(Caller caller, NodeId parent) {
        caller.require(InventoryRight.ASSET_VIEW);
        return counted(caller, rows.children(caller.scope(), parent), rows.all(caller.scope()));
    }

    /** Nodes whose name contains {@code text}, whatever the case; at most {@code limit}. */
    public List<NodeCount> search(Caller caller, String text, int limit) {
        caller.require(InventoryRight.ASSET_VIEW);
        return counted(caller, rows.search(caller.scope(), text, limit), rows.all(caller.scope()));
    }

    /** @throws gatehouse.kernel.ProblemException {@code NODE_MISSING} */
    public NodeCount view(Caller caller, NodeId id) {
        return counted(caller, List.of(require(caller, id)), rows.all(caller.scope()))
                .getFirst();
    }

    private List<NodeCount> counted(Caller caller, List<Node> wanted, List<Node> tree) {
        Map<NodeId, Long> assets = rows.counts(caller.scope(), tree);
        Set<NodeId> parents =
                tree.stream().flatMap(node -> node.parent().stream()).collect(Collectors.toSet());
        return wanted.stream()
                .map(node -> new NodeCount(node, assets.getOrDefault(node.id(), 0L), parents.contains(node.id())))
                .toList();
    }

    /** @throws gatehouse.kernel.ProblemException {@code NODE_MISSING} */
    public Node require(Caller caller, NodeId id) {
        caller.require(InventoryRight.ASSET_VIEW);
        return rows.require(caller.scope(), id);
    }

    public Node root(Caller caller) {
        return rows.root(caller.scope());
    }

    public Node create(Caller caller, NodeId parent, String name) {
        caller.require(InventoryRight.NODE_CHANGE);
        return told("node.created", caller, rows.add(caller.scope(), parent, name));
    }

    public Node rename(Caller caller, NodeId id, String name) {
        caller.require(InventoryRight.NODE_CHANGE);
        return told("node.renamed", caller, rows.rename(caller.scope(), id, name));
    }

    /** With everything below it. @throws gatehouse.kernel.ProblemException {@code NODE_BELOW_ITSELF} */
    public Node move(Caller caller, NodeId id, NodeId newParent) {
        caller.require(InventoryRight.NODE_CHANGE);
        return told("node.moved", caller, rows.move(caller.scope(), id, newParent));
    }

    /** @throws gatehouse.kernel.ProblemException {@code NODE_NOT_EMPTY} */
    public void remove(Caller caller, NodeId id) {
        caller.require(InventoryRight.NODE_CHANGE);
        Node node = told("node.deleted", caller, rows.require(caller.scope(), id));
        removed.fire(new NodeRemoved(node.organisation(), id));
        rows.remove(caller.scope(), node);
    }

    private Node told(String type, Caller caller, Node node) {
        audit.record(AuditEvent.of(type, caller)
                .with("node", AuditField.open(node.id()))
                .with("name", AuditField.open(node.fullName())));
        return node;
    }
}
