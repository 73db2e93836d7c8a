package gatehouse.vault.entity;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.inventory.entity.AssetId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R7.4 */
class AccountDetailsTest {
    private static final AssetId ASSET = AssetId.next();
    private static final AccountId DEPLOY = AccountId.next();

    @Test
    void anotherAccountToSwitchFromTypesThePasswordElsewhere() {
        AccountDetails before = details("root", Optional.of(DEPLOY), "");

        assertThat(details("root", Optional.of(AccountId.next()), "").typesElsewhere(before))
                .isTrue();
        assertThat(details("root", Optional.empty(), "").typesElsewhere(before)).isTrue();
        assertThat(details("root", Optional.of(DEPLOY), "in the safe").typesElsewhere(before))
                .isFalse();
    }

    @Test
    void anotherUserNameIsAnotherShell() {
        AccountDetails before = details("deploy", Optional.empty(), "");

        assertThat(details("mallory", Optional.empty(), "").typesElsewhere(before))
                .isTrue();
    }

    private static AccountDetails details(String username, Optional<AccountId> suFrom, String comment) {
        return new AccountDetails(ASSET, "name", username, SecretKind.PASSWORD, false, suFrom, true, comment);
    }
}
