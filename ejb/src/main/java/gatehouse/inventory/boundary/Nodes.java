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
import java.util.Optional;

/** The asset tree of the caller's organisation, for administrators. */
@Stateless
public class Nodes {
    @Inject
    private NodeRows rows;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<NodeRemoved> removed;

    /** Children by name; the root when {@code parent} is empty. */
    public List<NodeCount> children(Caller caller, Optional<NodeId> parent) {
        caller.require(InventoryRight.ASSET_VIEW);
        Node root = rows.root(caller.scope());
        NodeId above = parent.orElse(root.id());
        List<Node> found = parent.isEmpty() ? List.of(root) : rows.children(caller.scope(), above);
        Map<NodeId, Long> assets = rows.assetsBelow(caller.scope(), above);
        return found.stream()
                .map(node -> new NodeCount(
                        node,
                        assets.getOrDefault(node.id(), 0L),
                        !rows.children(caller.scope(), node.id()).isEmpty()))
                .toList();
    }

    /** Nodes whose name contains {@code text}, whatever the case; at most {@code limit}. */
    public List<Node> search(Caller caller, String text, int limit) {
        caller.require(InventoryRight.ASSET_VIEW);
        return rows.search(caller.scope(), text, limit);
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
