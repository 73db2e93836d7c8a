package gatehouse.connector.ssh;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.ssh.outbound.Terminals;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.sshd.client.session.ClientSession;

/** Handle of an SSH wire. */
public final class SshTerminal implements TerminalConnection {
    private final SshManagedConnection wire;
    private final ClientSession session;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private volatile boolean closed;

    SshTerminal(SshManagedConnection wire, ClientSession session) {
        this.wire = wire;
        this.session = session;
        session.addCloseFutureListener(ended -> gone.complete(null));
    }

    @Override
    public CompletionStage<TerminalInput> open(TerminalRequest request, TerminalOutput output) {
        if (closed) {
            return CompletableFuture.failedFuture(SshProblem.CLOSED.problem("this connection has been closed"));
        }
        return Terminals.open(session, request, output);
    }

    @Override
    public CompletionStage<TunnelFlow> tunnel(String host, int port, TunnelFlow back) {
        if (closed) {
            return CompletableFuture.failedFuture(SshProblem.CLOSED.problem("this connection has been closed"));
        }
        return Terminals.tunnel(session, host, port, back);
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
    public void close() {
        closed = true;
        wire.end();
    }
}
