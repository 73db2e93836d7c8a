package gatehouse.connector.ssh.outbound;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.ssh.SshProblem;
import java.io.IOException;
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
}
