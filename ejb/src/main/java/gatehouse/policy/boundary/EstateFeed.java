package gatehouse.policy.boundary;

import gatehouse.inventory.boundary.InventoryFeed;
import gatehouse.kernel.Caller;
import gatehouse.policy.control.Estate;
import gatehouse.policy.control.Estates;
import gatehouse.policy.control.PermitMemory;
import gatehouse.policy.entity.PolicyVersion;
import gatehouse.vault.boundary.VaultFeed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Keeps the memory of facts up with the database. Has its own transaction: it sees only what others have committed, so that nothing
 * gets into the memory that is rolled back later.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EstateFeed {
    @Inject
    private Estates estates;

    @Inject
    private PermitMemory permissions;

    @Inject
    private InventoryFeed inventory;

    @Inject
    private VaultFeed vault;

    /** The estate as it is now. No right is asked: what is shown of it, is decided. */
    public Estate current(Caller caller) {
        PolicyVersion now = estates.versions(caller.scope());
        return estates.known(caller.scope())
                .filter(known -> known.versions().equals(now))
                .orElseGet(() -> estates.renewed(caller.scope(), old -> caughtUp(caller, old, now)));
    }

    public PolicyVersion version(Caller caller) {
        return estates.versions(caller.scope());
    }

    private Estate caughtUp(Caller caller, Estate old, PolicyVersion now) {
        Estate newer = old;
        if (newer.versions().inventory() < now.inventory()) {
            newer = newer.with(inventory.since(caller, newer.versions().inventory()));
        }
        if (newer.versions().vault() < now.vault()) {
            newer = newer.with(vault.since(caller, newer.versions().vault()));
        }
        if (newer.versions().policy() < now.policy()) {
            newer = newer.with(
                    permissions.since(caller.scope(), newer.versions().policy()));
        }
        return newer;
    }
}
