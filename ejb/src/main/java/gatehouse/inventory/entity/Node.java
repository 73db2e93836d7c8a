package gatehouse.inventory.entity;

import gatehouse.kernel.OrganisationId;
import java.util.List;
import java.util.Optional;

/**
 * A place in the asset tree of an organisation.
 *
 * @param parent empty for the root, of which there is one
 * @param ancestors from the root down to the parent
 * @param fullName names from the root down, joined by {@code /}
 */
public record Node(
        NodeId id,
        OrganisationId organisation,
        String name,
        Optional<NodeId> parent,
        List<NodeId> ancestors,
        String fullName) {
    public Node {
        ancestors = List.copyOf(ancestors);
    }
}
