package gatehouse.web.vault;

import gatehouse.vault.entity.Account;
import gatehouse.vault.entity.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * An account as administrators see it, without its secret.
 *
 * @param secretVersion counts from 1; 0 when none is stored
 */
public record AccountView(
        String id,
        String asset,
        String assetName,
        String name,
        String username,
        String kind,
        boolean hasSecret,
        int secretVersion,
        boolean privileged,
        Optional<String> suFrom,
        boolean active,
        String comment,
        Instant createdAt,
        Instant updatedAt) {
    static AccountView from(Account account, String assetName) {
        return new AccountView(
                account.id().toString(),
                account.asset().toString(),
                assetName,
                account.name(),
                account.username(),
                account.kind().name(),
                account.hasSecret(),
                account.secretVersion(),
                account.privileged(),
                account.suFrom().map(AccountId::toString),
                account.active(),
                account.comment(),
                account.createdAt(),
                account.updatedAt());
    }
}
