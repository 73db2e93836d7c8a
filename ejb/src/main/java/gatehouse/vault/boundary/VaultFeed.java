package gatehouse.vault.boundary;

import gatehouse.kernel.Caller;
import gatehouse.vault.control.AccountMemory;
import gatehouse.vault.entity.VaultChanges;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** For contexts that keep accounts in memory, without secrets. No right is asked: what they show, they decide. */
@Stateless
public class VaultFeed {
    @Inject
    private AccountMemory memory;

    /** @param version up to which the caller's memory goes; 0 for everything */
    public VaultChanges since(Caller caller, long version) {
        return memory.since(caller.scope(), version);
    }
}
