package gatehouse.policy.entity;

import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.NodeId;
import gatehouse.vault.entity.AccountFacts;
import gatehouse.vault.entity.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An asset as the decision engine sees it.
 *
 * @param places the asset's nodes and everything above them
 * @param accounts all of the asset's, active or not
 */
public record Target(AssetFacts asset, Set<NodeId> places, List<AccountFacts> accounts) {
    public Optional<AccountFacts> account(AccountId id) {
        return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
    }
}
