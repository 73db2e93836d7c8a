package gatehouse.connector.ssh.outbound;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.tunnel.Arrivals;
import gatehouse.connector.spi.tunnel.ListenRequest;
import gatehouse.connector.spi.tunnel.Listening;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.ssh.SshProblem;
import gatehouse.connector.ssh.wire.ForwardChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.session.ConnectionService;

/** Opens terminals on a signed-in session. */
public final class Terminals {
    private Terminals() {}

    public static CompletionStage<TerminalInput> open(
            ClientSession session, TerminalRequest request, TerminalOutput output) {
        OutboundTerminal terminal = new OutboundTerminal(request, output);
        try {
            session.getService(ConnectionService.class).registerChannel(terminal);
        } catch (IOException | RuntimeException gone) {
            return CompletableFuture.failedFuture(
                    SshProblem.CONNECTION_LOST.problem("the connection to the target is gone", gone));
        }
        return terminal.start();
    }

    /**
     * Asks the target to listen.
     *
     * @param timeout for its answer
     */
    public static CompletionStage<Listening> listen(
            ClientSession session, ListenRequest request, Arrivals arrivals, Duration timeout) {
        return Listeners.listen(session, request, arrivals, timeout);
    }

    /** Asks the target to open a connection. */
    public static CompletionStage<TunnelFlow> tunnel(ClientSession session, String host, int port, TunnelFlow back) {
        ForwardChannel channel = ForwardChannel.direct(host, port, back);
        CompletableFuture<TunnelFlow> opened = new CompletableFuture<>();
        try {
            session.getService(ConnectionService.class).registerChannel(channel);
            channel.open().addListener(result -> {
                if (result.isOpened()) {
                    opened.complete(channel);
                    return;
                }
                opened.completeExceptionally(SshProblem.CHANNEL_REFUSED.problem(
                        "the target does not open a connection to " + host + ":" + port, result.getException()));
            });
        } catch (IOException | RuntimeException gone) {
            opened.completeExceptionally(
                    SshProblem.CONNECTION_LOST.problem("the connection to the target is gone", gone));
        }
        return opened;
    }
}
