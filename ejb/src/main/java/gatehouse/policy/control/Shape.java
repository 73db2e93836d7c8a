package gatehouse.policy.control;

import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.vault.entity.AccountFacts;
import java.util.List;

/**
 * Everything about an asset, beside its id and places, that decides whether somebody may connect to it. Thousands of assets share one:
 * what is found out for one of them by the same permissions holds for all.
 *
 * @param usernames of active accounts, in order
 */
record Shape(boolean active, List<String> protocols, List<String> usernames) {
    static Shape of(AssetFacts asset, List<AccountFacts> accounts) {
        return new Shape(
                asset.active(),
                asset.protocols().stream()
                        .map(ProtocolEndpoint::protocol)
                        .sorted()
                        .distinct()
                        .toList(),
                accounts.stream()
                        .filter(AccountFacts::active)
                        .map(AccountFacts::username)
                        .sorted()
                        .distinct()
                        .toList());
    }
}
