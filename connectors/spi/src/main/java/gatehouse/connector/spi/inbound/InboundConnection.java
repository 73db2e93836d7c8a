package gatehouse.connector.spi.inbound;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import java.util.concurrent.CompletionStage;

/** A signed-in person's connection, on which channels are opened. */
public interface InboundConnection {
    /**
     * Opens a shell, an exec or a subsystem, at a target or (for a shell without target) in the interactive menu. Failure: a
     * {@link gatehouse.kernel.ProblemException} whose detail the connector shows to the person; nothing is delivered to
     * {@code output} then.
     */
    CompletionStage<TerminalInput> terminal(TerminalRequest request, TerminalOutput output);

    /** The connection is gone; channels were closed before. */
    void closed();
}
