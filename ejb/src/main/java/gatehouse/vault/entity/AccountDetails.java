package gatehouse.vault.entity;

import gatehouse.inventory.entity.AssetId;
import java.util.Optional;

/**
 * What an administrator says about an account.
 *
 * @param name unique on the asset; what people pick
 * @param username what is sent to the asset
 * @param privileged may administer the asset; preferred for gateways and jobs
 * @param suFrom the account that signs in and then switches to this one
 */
public record AccountDetails(
        AssetId asset,
        String name,
        String username,
        SecretKind kind,
        boolean privileged,
        Optional<AccountId> suFrom,
        boolean active,
        String comment) {
    public AccountDetails {
        username = username.strip();
        name = name.isBlank() ? username : name.strip();
        comment = comment.strip();
        if (username.isEmpty() || username.length() > 128 || username.chars().anyMatch(Character::isISOControl)) {
            throw VaultProblem.ACCOUNT_INVALID.problem("the user name must have 1 to 128 printable characters");
        }
        if (username.startsWith("@") || username.startsWith("!")) {
            throw VaultProblem.ACCOUNT_INVALID.problem(
                    "a user name cannot begin with @ or !, which mean something in permissions");
        }
        if (name.length() > 128 || comment.length() > 1024) {
            throw VaultProblem.ACCOUNT_INVALID.problem(
                    "the name may have up to 128 characters, the comment up to 1024");
        }
    }

    /** Whether the shell in which a password is typed, this account's or one's that switches from it, may be somebody else's. */
    public boolean typesElsewhere(AccountDetails before) {
        return !suFrom.equals(before.suFrom) || !username.equals(before.username);
    }
}
