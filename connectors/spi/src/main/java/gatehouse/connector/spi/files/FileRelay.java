package gatehouse.connector.spi.files;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;

/**
 * Stands between a client and a target that speak a file protocol to each other. Worked example: {@code relay =
 * protocol.relay(guard, client)}, open the target with {@link #fromTarget()} as its output, then give the client {@code
 * relay.toTarget(target)}.
 */
public interface FileRelay {
    TerminalOutput fromTarget();

    /** Called once, before anything is input. */
    TerminalInput toTarget(TerminalInput target);
}
