package gatehouse.policy.boundary;

import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.policy.entity.AccessQuestion;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.ReachFilter;
import gatehouse.policy.entity.ReachableAccount;
import gatehouse.policy.entity.ReachableAsset;
import gatehouse.policy.entity.ReachableNode;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;

/** The one decision point. Every path to an asset asks here. */
@Stateless
public class Decisions {
    /** Never throws for a policy reason: what cannot be evaluated is {@code Deny}. */
    public Decision decide(AccessQuestion question) {
        throw new UnsupportedOperationException();
    }

    /** What the caller may connect to; searches name, address, comment and labels, sorts by {@code name}, {@code address}. */
    public Page<ReachableAsset> reachable(Caller caller, ReachFilter filter, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    /** One asset of {@link #reachable}; empty when the caller may not connect to it. */
    public Optional<ReachableAsset> find(Caller caller, AssetId asset) {
        throw new UnsupportedOperationException();
    }

    /** Accounts that the caller may connect with by {@code protocol}, by name; {@code @USER} and {@code @INPUT} last. */
    public List<ReachableAccount> accounts(Caller caller, AssetId asset, String protocol) {
        throw new UnsupportedOperationException();
    }

    /** Children of a node that hold something reachable; without node, the root. */
    public List<ReachableNode> children(Caller caller, Optional<NodeId> parent) {
        throw new UnsupportedOperationException();
    }
}
