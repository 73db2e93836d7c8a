package gatehouse.session.control.menu;

import gatehouse.connector.spi.Pty;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How a menu starts.
 *
 * @param username for the greeting
 * @param announcement what the administrator wants everybody to read; empty for nothing
 * @param locale Chinese for any {@code zh}, English otherwise
 * @param idleLimit without a key for so long the menu ends
 * @param jump how to reach assets with {@code ssh -J}; empty while nobody can
 * @param direct when the sign-in named a target: it is opened (asking only what is ambiguous), and its end is the end
 */
public record MenuOptions(
        String username,
        String announcement,
        Locale locale,
        Duration idleLimit,
        Pty pty,
        Optional<Jump> jump,
        Optional<LoginName.Direct> direct) {
    /**
     * @param gatehouse what {@code -J} takes, with the port where it is not the usual one
     * @param authorityLine what a client has to know to trust the assets that it jumps to
     */
    public record Jump(String gatehouse, String authorityLine) {}
}
