package gatehouse.connector.spi.outbound;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.tunnel.Arrivals;
import gatehouse.connector.spi.tunnel.ListenRequest;
import gatehouse.connector.spi.tunnel.Listening;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.kernel.KernelProblem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Handle of a signed-in wire to a target. Several terminals may run on it at once. */
public interface TerminalConnection extends AutoCloseable {
    /**
     * Starts a shell, a command or a subsystem. Returns at once; {@code output} may be called before the stage completes. Failure: a
     * {@link gatehouse.kernel.ProblemException}, then {@code output} is never told {@code closed}.
     */
    CompletionStage<TerminalInput> open(TerminalRequest request, TerminalOutput output);

    /**
     * Opens a connection from the target to somewhere else. The target resolves the name.
     *
     * @param back takes what comes back
     * @return takes what is to be sent. Failure: a {@link gatehouse.kernel.ProblemException}, then {@code back} is never called
     */
    default CompletionStage<TunnelFlow> tunnel(String host, int port, TunnelFlow back) {
        return CompletableFuture.failedFuture(
                KernelProblem.VALUE_INVALID.problem("this target cannot forward connections"));
    }

    /**
     * Makes the target listen.
     *
     * @param arrivals takes what connects there, until the result is closed
     * @return Failure: a {@link gatehouse.kernel.ProblemException}
     */
    default CompletionStage<Listening> listen(ListenRequest request, Arrivals arrivals) {
        return CompletableFuture.failedFuture(
                KernelProblem.VALUE_INVALID.problem("this target cannot listen for others"));
    }

    /** What the target calls itself, empty when it does not. */
    String serverVersion();

    /** Completes when the wire is gone, whoever closed it. */
    CompletionStage<Void> whenClosed();

    /** Closes every terminal and the wire. Idempotent. */
    @Override
    void close();
}
