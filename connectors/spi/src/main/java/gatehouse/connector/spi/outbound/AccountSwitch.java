package gatehouse.connector.spi.outbound;

import gatehouse.kernel.Secret;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Becoming another account after the sign-in, for shells only.
 *
 * @param command typed at the first prompt, for example {@code su - root} or {@code enable}
 * @param passwordPrompt found in what the target prints when it wants {@code password}
 * @param password of the account switched to (of the first one for {@code sudo})
 * @param success found in what the target prints once the switch is done
 * @param patience how long the whole switch may take
 */
public record AccountSwitch(
        String command, Pattern passwordPrompt, Secret password, Pattern success, Duration patience) {}
