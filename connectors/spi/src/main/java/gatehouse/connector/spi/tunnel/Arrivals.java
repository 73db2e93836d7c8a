package gatehouse.connector.spi.tunnel;

import java.util.concurrent.CompletionStage;

/** Takes the connections that arrive where somebody else listens for us. */
@FunctionalInterface
public interface Arrivals {
    /**
     * Somebody connected. Returns at once.
     *
     * @param arrival host and port are those listened on, the originator is who connected
     * @param back takes what is to be sent to them
     * @return takes what comes from them. Failure: a {@link gatehouse.kernel.ProblemException}; they are hung up on
     */
    CompletionStage<TunnelFlow> arrived(TunnelRequest arrival, TunnelFlow back);
}
