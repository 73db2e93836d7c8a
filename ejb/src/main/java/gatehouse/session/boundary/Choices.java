package gatehouse.session.boundary;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.inventory.entity.AssetId;
import gatehouse.policy.entity.AccountRef;
import gatehouse.session.control.menu.MenuAccount;
import gatehouse.session.control.menu.MenuChoice;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.vault.entity.AccountId;
import java.util.Optional;

/** Translates what was chosen in the menu. */
final class Choices {
    private static final String SAME_NAME = "@USER";

    private Choices() {}

    static ConnectRequest request(MenuChoice choice, TerminalRequest menu) {
        TerminalRequest shell =
                new TerminalRequest(TerminalRequest.Kind.SHELL, "", Optional.of(choice.pty()), menu.environment());
        return new ConnectRequest(
                new AssetId(choice.asset().id()), account(choice), choice.protocol(), shell, choice.secret());
    }

    private static AccountRef account(MenuChoice choice) {
        MenuAccount account = choice.account();
        if (account.account().isPresent()) {
            return new AccountRef.Stored(new AccountId(account.account().get()));
        }
        return SAME_NAME.equals(account.name()) ? new AccountRef.SameName() : new AccountRef.Manual(choice.username());
    }
}
