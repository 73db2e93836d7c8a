package gatehouse.connector.ssh;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.tunnel.Arrivals;
import gatehouse.connector.spi.tunnel.ListenRequest;
import gatehouse.connector.spi.tunnel.Listening;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.ssh.outbound.Terminals;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.client.session.ClientSession;

/** Handle of an SSH wire. */
public final class SshTerminal implements TerminalConnection {
    private final SshManagedConnection place;
    private final ClientSession session;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final AtomicBoolean released = new AtomicBoolean();
    private volatile boolean closed;

    SshTerminal(SshManagedConnection place, ClientSession session) {
        this.place = place;
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
    public CompletionStage<Listening> listen(ListenRequest request, Arrivals arrivals) {
        if (closed) {
            return CompletableFuture.failedFuture(SshProblem.CLOSED.problem("this connection has been closed"));
        }
        return Terminals.listen(session, request, arrivals);
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

    /** From now on the container learns of the end. Not before it has handed this out: it would miss it. */
    void tellContainer() {
        session.addCloseFutureListener(ended -> release());
    }

    private void release() {
        if (released.compareAndSet(false, true)) {
            place.release(this);
        }
    }

    /** By the container. */
    void hangUp() {
        closed = true;
        session.close(true);
    }

    @Override
    public void close() {
        hangUp();
        release();
    }
}
