package gatehouse.inventory.boundary;

import gatehouse.inventory.control.Facts;
import gatehouse.inventory.entity.InventoryChanges;
import gatehouse.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** For contexts that keep the inventory in memory. No right is asked: what they show, they decide. */
@Stateless
public class InventoryFeed {
    @Inject
    private Facts facts;

    /** @param version up to which the caller's memory goes; 0 for everything */
    public InventoryChanges since(Caller caller, long version) {
        return facts.since(caller.scope(), version);
    }
}
