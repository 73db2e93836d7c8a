package gatehouse.session.control.menu;

import java.util.Optional;
import java.util.UUID;

/**
 * An account that the caller may use on an asset.
 *
 * @param account the stored account; empty for {@code @INPUT} and {@code @USER}
 * @param name as people call it: the account's name, {@code @INPUT} or {@code @USER}
 * @param username login name at the target; empty when it is asked for
 * @param asksSecret whether the password is typed by hand
 */
public record MenuAccount(Optional<UUID> account, String name, String username, boolean asksSecret) {
    public static MenuAccount stored(UUID account, String name, String username) {
        return new MenuAccount(Optional.of(account), name, username, false);
    }

    public boolean asksUsername() {
        return username.isEmpty();
    }
}
