package gatehouse.session.control.menu;

import gatehouse.connector.spi.Pty;
import gatehouse.kernel.Secret;
import java.util.Optional;

/**
 * What the person chose to open.
 *
 * @param username the account's, or as typed
 * @param secret typed by hand; the receiver wipes it
 * @param pty with the size that the window has now
 */
public record MenuChoice(
        MenuAsset asset, String protocol, MenuAccount account, String username, Optional<Secret> secret, Pty pty) {}
