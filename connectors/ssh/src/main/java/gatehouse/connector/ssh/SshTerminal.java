package gatehouse.connector.ssh;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.jca.WireHandle;
import gatehouse.connector.spi.jca.WirePlace;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.tunnel.Arrivals;
import gatehouse.connector.spi.tunnel.ListenRequest;
import gatehouse.connector.spi.tunnel.Listening;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.ssh.outbound.Terminals;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.sshd.client.session.ClientSession;

/** Handle of an SSH wire. */
public final class SshTerminal extends WireHandle implements TerminalConnection {
    private final ClientSession session;
    private final Duration timeout;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    /** @param timeout for an answer of the target that it may never give */
    SshTerminal(WirePlace place, ClientSession session, Duration timeout) {
        super(place);
        this.session = session;
        this.timeout = timeout;
        session.addCloseFutureListener(ended -> gone.complete(null));
    }

    @Override
    public CompletionStage<TerminalInput> open(TerminalRequest request, TerminalOutput output) {
        if (isClosed()) {
            return CompletableFuture.failedFuture(SshProblem.CLOSED.problem("this connection has been closed"));
        }
        return Terminals.open(session, request, output);
    }

    @Override
    public CompletionStage<TunnelFlow> tunnel(String host, int port, TunnelFlow back) {
        if (isClosed()) {
            return CompletableFuture.failedFuture(SshProblem.CLOSED.problem("this connection has been closed"));
        }
        return Terminals.tunnel(session, host, port, back);
    }

    @Override
    public CompletionStage<Listening> listen(ListenRequest request, Arrivals arrivals) {
        if (isClosed()) {
            return CompletableFuture.failedFuture(SshProblem.CLOSED.problem("this connection has been closed"));
        }
        return Terminals.listen(session, request, arrivals, timeout);
    }

    @Override
    public String serverVersion() {
        String version = session.getServerVersion();
        return version == null ? "" : version;
    }

    @Override
    public CompletionStage<Void> whenClosed() {
        return gone.copy();
    }

    @Override
    protected void cut() {
        session.close(true);
    }
}
