package gatehouse.inventory.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A place in the asset tree of an organisation. {@code path} is materialised: ids from the root down to this node, each followed by
 * {@code /}, so that everything below is found by a prefix.
 */
@Entity
@Table(name = "inventory_node")
@SuppressWarnings("UnusedVariable") // some columns are only read by queries
public class Node implements Owned {
    /** Levels below the root. */
    public static final int DEEPEST = 20;

    @Id
    private UUID id;

    private UUID organisation;
    private UUID parent;
    private String name;
    private String nameKey;
    private String path;
    private String fullName;

    @Version
    private long revision;

    protected Node() {}

    private Node(UUID id, UUID organisation, String name) {
        this.id = id;
        this.organisation = organisation;
        this.name = checked(name);
        this.nameKey = Asset.nameKey(name);
    }

    /** The one without parent; it has the organisation's id, so that it can be named before it was ever read. */
    public static Node root(OrganisationId organisation) {
        var root = new Node(organisation.value(), organisation.value(), "Default");
        root.path = segment(root.id);
        root.fullName = "/" + root.name;
        return root;
    }

    public static NodeId rootOf(OrganisationId organisation) {
        return new NodeId(organisation.value());
    }

    /** A new child. @throws gatehouse.kernel.ProblemException {@code NODE_INVALID} when the tree would become too deep */
    public Node child(NodeId childId, String childName) {
        var child = new Node(childId.value(), organisation, childName);
        child.hangBelow(this);
        return child;
    }

    /** Moves this one node; what is below it is to be hung again, from top to bottom. */
    public void hangBelow(Node newParent) {
        if (newParent.path.contains(segment(id))) {
            throw InventoryProblem.NODE_BELOW_ITSELF.at("parent", "a node cannot be moved below itself");
        }
        if (newParent.ancestors().size() >= DEEPEST) {
            throw InventoryProblem.NODE_INVALID.at("parent", "the tree may be " + DEEPEST + " levels deep");
        }
        parent = newParent.id;
        path = newParent.path + segment(id);
        fullName = newParent.fullName + "/" + name;
    }

    public void rename(String newName) {
        name = checked(newName);
        nameKey = Asset.nameKey(newName);
        fullName = fullName.substring(0, fullName.lastIndexOf('/') + 1) + name;
    }

    public NodeId id() {
        return new NodeId(id);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public String name() {
        return name;
    }

    /** Empty for the root. */
    public Optional<NodeId> parent() {
        return Optional.ofNullable(parent).map(NodeId::new);
    }

    public String path() {
        return path;
    }

    /** From the root down to the parent. */
    public List<NodeId> ancestors() {
        return Stream.of(path.split("/", -1))
                .filter(part -> !part.isEmpty())
                .map(NodeId::parse)
                .filter(other -> !other.value().equals(id))
                .toList();
    }

    /** Names from the root down, each after a {@code /}. */
    public String fullName() {
        return fullName;
    }

    public long revision() {
        return revision;
    }

    private static String segment(UUID id) {
        return id + "/";
    }

    private static String checked(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > 128 || stripped.contains("/")) {
            throw InventoryProblem.NODE_INVALID.at("name", "the name must have 1 to 128 characters and no /");
        }
        return stripped;
    }
}
