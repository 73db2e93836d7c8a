package gatehouse.connector.spi.inbound;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.tunnel.Arrivals;
import gatehouse.connector.spi.tunnel.ListenRequest;
import gatehouse.connector.spi.tunnel.Listening;
import gatehouse.connector.spi.tunnel.TunnelAnswer;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.spi.tunnel.TunnelRequest;
import gatehouse.kernel.KernelProblem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A signed-in person's connection, on which channels are opened. */
public interface InboundConnection {
    /**
     * Opens a shell, an exec or a subsystem, at a target or (for a shell without target) in the interactive menu. Failure: a
     * {@link gatehouse.kernel.ProblemException} whose detail the connector shows to the person; nothing is delivered to
     * {@code output} then.
     */
    CompletionStage<TerminalInput> terminal(TerminalRequest request, TerminalOutput output);

    /**
     * Somebody wants a connection forwarded. Failure: a {@link gatehouse.kernel.ProblemException}; the client is told that it is
     * prohibited.
     *
     * @param toPerson takes what comes back, once the stage has completed with {@link TunnelAnswer.Relayed}
     */
    default CompletionStage<TunnelAnswer> tunnel(TunnelRequest request, TunnelFlow toPerson) {
        return CompletableFuture.failedFuture(KernelProblem.VALUE_INVALID.problem("forwarding is not offered here"));
    }

    /**
     * Somebody wants connections accepted elsewhere and brought to their client.
     *
     * @param toPerson brings them there
     * @return Failure: a {@link gatehouse.kernel.ProblemException}; the client is told that it failed
     */
    default CompletionStage<Listening> listen(ListenRequest request, Arrivals toPerson) {
        return CompletableFuture.failedFuture(KernelProblem.VALUE_INVALID.problem("forwarding is not offered here"));
    }

    /**
     * Told once, when the person is in: how this connection is ended from the other side, for example when the sign-in was taken back.
     *
     * @param hangUp ends the connection with everything on it and tells the person why; may be called on any thread
     */
    default void established(Consumer<String> hangUp) {}

    /** The connection is gone; channels were closed before. */
    void closed();
}
