package gatehouse.vault.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.FieldChecks;
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
        check(name, username, comment);
    }

    private static void check(String name, String username, String comment) {
        VaultProblem invalid = VaultProblem.ACCOUNT_INVALID;
        boolean written = !username.isEmpty()
                && username.length() <= 128
                && username.chars().noneMatch(Character::isISOControl);
        boolean plain = !username.startsWith("@") && !username.startsWith("!");
        new FieldChecks()
                .require(name.length() <= 128, "name", invalid, "the name may have up to 128 characters")
                .require(written, "username", invalid, "the user name must have 1 to 128 printable characters")
                .require(
                        plain,
                        "username",
                        invalid,
                        "a user name cannot begin with @ or !, which mean something in permissions")
                .require(comment.length() <= 1024, "comment", invalid, "the comment may have up to 1024 characters")
                .orThrow();
    }

    /** Whether the shell in which a password is typed, this account's or one's that switches from it, may be somebody else's. */
    public boolean typesElsewhere(AccountDetails before) {
        return !suFrom.equals(before.suFrom) || !username.equals(before.username);
    }
}
