package gatehouse.vault.boundary;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import gatehouse.vault.entity.Account;
import gatehouse.vault.entity.AccountId;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;

/** Accounts of the caller's organisation; their secrets can be written, never read. */
@Stateless
public class Accounts {
    /** For work on behalf of a person who may already use it: no right is asked. */
    public Optional<Account> find(Caller caller, AccountId id) {
        throw new UnsupportedOperationException();
    }

    /** Like {@link #find}. @throws gatehouse.kernel.ProblemException {@code ACCOUNT_MISSING} */
    public Account require(Caller caller, AccountId id) {
        throw new UnsupportedOperationException();
    }

    /** All accounts of an asset, active or not, by name. No right is asked. */
    public List<Account> onAsset(Caller caller, AssetId asset) {
        throw new UnsupportedOperationException();
    }

    /** The account a gateway is entered with: active, with a secret, a privileged one first. */
    public Optional<Account> forHop(Caller caller, AssetId gateway) {
        throw new UnsupportedOperationException();
    }
}
