package gatehouse.vault.control;

import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.StoredSecrets;
import gatehouse.kernel.Scope;
import gatehouse.vault.entity.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whoever leads an asset elsewhere leads what is stored for its accounts there. */
@ApplicationScoped
public class SecretsOnAssets implements StoredSecrets {
    private AccountRows rows;

    protected SecretsOnAssets() {}

    @Inject
    SecretsOnAssets(AccountRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean isAnyFor(Scope scope, AssetId asset) {
        return rows.onAsset(scope, asset).stream().anyMatch(Account::hasSecret);
    }
}
