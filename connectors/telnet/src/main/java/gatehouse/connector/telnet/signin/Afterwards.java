package gatehouse.connector.telnet.signin;

import gatehouse.connector.spi.dialogue.Unshown;
import gatehouse.connector.telnet.wire.TelnetWire;
import gatehouse.kernel.Secret;
import java.io.ByteArrayOutputStream;

/**
 * What a device printed since our last answer, for the person to see once we are in: greeting and first prompt. The rest of the line
 * on which the password was typed is left out, for a careless device echoes it.
 */
final class Afterwards {
    /** More than any greeting; of a longer one the beginning is left out. */
    private static final int KEPT = 64 * 1024;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    synchronized void add(byte[] bytes) {
        if (printed.size() > KEPT) {
            printed.reset();
        }
        printed.writeBytes(bytes);
    }

    synchronized void turn() {
        printed.reset();
    }

    /** Hands it to the wire, and with it everything that comes from now on. */
    void deliver(TelnetWire wire, Secret password) {
        wire.signedIn(() -> rest(password));
    }

    private synchronized byte[] rest(Secret password) {
        return Unshown.afterTheLineOf(password, printed.toByteArray());
    }
}
