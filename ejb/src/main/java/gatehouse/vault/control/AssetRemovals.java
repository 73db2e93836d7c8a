package gatehouse.vault.control;

import gatehouse.inventory.entity.AssetRemoved;
import gatehouse.kernel.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Deletes an asset's accounts with it, in the same transaction. */
@ApplicationScoped
public class AssetRemovals {
    private AccountRows rows;

    protected AssetRemovals() {}

    @Inject
    AssetRemovals(AccountRows rows) {
        this.rows = rows;
    }

    void onRemoved(@Observes AssetRemoved removed) {
        rows.removeAllOn(new Scope(removed.organisation()), removed.asset());
    }
}
