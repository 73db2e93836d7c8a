package gatehouse.connector.spi.outbound;

import gatehouse.connector.spi.tunnel.TunnelFlow;
import java.util.concurrent.CompletionStage;

/** Opens a plain connection to a place, by whatever way leads there. {@link TerminalConnection#tunnel} is one. */
@FunctionalInterface
public interface Dial {
    /**
     * @param host name or textual address, resolved where the way ends
     * @param back takes what comes back; bytes may come before the stage completes
     * @return takes what is to be sent. Failure: a {@link gatehouse.kernel.ProblemException}, then {@code back} is never called
     */
    CompletionStage<TunnelFlow> dial(String host, int port, TunnelFlow back);
}
