package gatehouse.connector.spi.files;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;

/** What a connector that speaks a file protocol offers to sessions. Thread-safe and without state. */
public interface FileProtocol {
    /** Puts {@code guard} between a client and a target. */
    FileRelay relay(FileGuard guard, TerminalOutput client);

    /** Gatehouse as the client. Its requests pass a guard only when a {@link #relay} stands between. */
    FileClient client();

    /** Gatehouse as the server of a tree of targets, for a client that named none. */
    TerminalInput serve(FileTree tree, TerminalOutput client);
}
