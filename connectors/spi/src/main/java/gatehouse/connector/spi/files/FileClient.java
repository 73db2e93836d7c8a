package gatehouse.connector.spi.files;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import java.util.concurrent.CompletionStage;

/** The client's end of a file protocol. Open the target with {@link #fromTarget()} as its output, then speak over its input. */
public interface FileClient {
    TerminalOutput fromTarget();

    /** Greets the target. Called once. */
    CompletionStage<Files> greet(TerminalInput target);
}
