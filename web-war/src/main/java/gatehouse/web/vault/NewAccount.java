package gatehouse.web.vault;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Secret;
import gatehouse.vault.entity.AccountDetails;
import gatehouse.vault.entity.AccountId;
import gatehouse.vault.entity.NewSecret;
import gatehouse.vault.entity.SecretKind;
import gatehouse.web.Given;
import gatehouse.web.Members;
import java.util.Optional;

/**
 * An account as administrators write it.
 *
 * @param asset id
 * @param name what people pick; the username when absent
 * @param kind PASSWORD (when absent) or SSH_KEY
 * @param secret a password or a whole private key; written only
 * @param passphrase of the private key; written only
 * @param suFrom id of the account on the same asset that signs in and then switches to this one
 */
public record NewAccount(
        String asset,
        Optional<String> name,
        String username,
        Optional<String> kind,
        Optional<String> secret,
        Optional<String> passphrase,
        Optional<Boolean> privileged,
        Optional<String> suFrom,
        Optional<Boolean> active,
        Optional<String> comment) {
    static NewAccount from(AccountDetails details) {
        return new NewAccount(
                details.asset().toString(),
                Optional.of(details.name()),
                details.username(),
                Optional.of(details.kind().name()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(details.privileged()),
                details.suFrom().map(AccountId::toString),
                Optional.of(details.active()),
                Optional.of(details.comment()));
    }

    AccountDetails details() {
        Members members = new Members();
        AssetId assetId = members.id("asset", asset, AssetId::parse);
        SecretKind secretKind = members.read(
                "kind",
                SecretKind.PASSWORD,
                () -> kind.map(word -> Given.word(SecretKind.class, "kind", word))
                        .orElse(SecretKind.PASSWORD));
        Optional<AccountId> from = members.id("suFrom", suFrom, AccountId::parse);
        return members.whole(() -> new AccountDetails(
                assetId,
                name.orElse(""),
                username,
                secretKind,
                privileged.orElse(false),
                from,
                active.orElse(true),
                comment.orElse("")));
    }

    /** The caller closes it. Empty texts count as absent: forms send them. */
    Optional<NewSecret> newSecret() {
        return secret.filter(text -> !text.isEmpty())
                .map(text -> new NewSecret(
                        Secret.ofString(text),
                        passphrase.filter(phrase -> !phrase.isEmpty()).map(Secret::ofString)));
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "NewAccount[" + username + " on " + asset + "]";
    }
}
