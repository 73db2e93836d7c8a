package gatehouse.connector.spi.tunnel;

import gatehouse.connector.spi.inbound.InboundConnection;
import java.util.concurrent.CompletionStage;

/** What a forwarded connection ends in. */
public sealed interface TunnelAnswer {
    /** At the place asked for, unseen. */
    record Relayed(TunnelFlow toTarget) implements TunnelAnswer {}

    /**
     * In a server of the connector itself, as if it were the target: the client speaks the connector's protocol through the
     * connection and needs no further proof of who it is.
     */
    record Inner(InnerLogin login) implements TunnelAnswer {}

    /** Gives the connection for the name that the client uses inside, for example an account of the target. */
    @FunctionalInterface
    interface InnerLogin {
        /** Failure: a {@link gatehouse.kernel.ProblemException}; the client is refused. */
        CompletionStage<InboundConnection> open(String loginName);
    }
}
