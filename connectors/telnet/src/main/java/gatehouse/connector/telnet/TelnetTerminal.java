package gatehouse.connector.telnet;

import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.jca.WireHandle;
import gatehouse.connector.spi.jca.WirePlace;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.telnet.wire.TelnetWire;
import gatehouse.kernel.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** Handle of a telnet wire. It has one terminal, which the sign-in has begun. */
public final class TelnetTerminal extends WireHandle implements TerminalConnection {
    private final TelnetWire wire;
    private final AtomicBoolean opened = new AtomicBoolean();

    TelnetTerminal(WirePlace place, TelnetWire wire) {
        super(place);
        this.wire = wire;
    }

    @Override
    public CompletionStage<TerminalInput> open(TerminalRequest request, TerminalOutput output) {
        if (isClosed()) {
            return refused(TelnetProblem.CLOSED.problem("this connection has been closed"));
        }
        if (request.kind() != TerminalRequest.Kind.SHELL) {
            return refused(TelnetProblem.SHELL_ONLY.problem(
                    "telnet gives a shell and nothing else; commands and files need another protocol"));
        }
        if (!opened.compareAndSet(false, true)) {
            return refused(TelnetProblem.SHELL_ONLY.problem("a telnet connection has one terminal, which is in use"));
        }
        request.pty().map(Pty::size).ifPresent(wire::resize);
        wire.attach(output);
        return CompletableFuture.completedFuture(new TelnetInput(wire, this));
    }

    private static CompletionStage<TerminalInput> refused(ProblemException why) {
        return CompletableFuture.failedFuture(why);
    }

    /** Telnet servers do not introduce themselves. */
    @Override
    public String serverVersion() {
        return "";
    }

    @Override
    public CompletionStage<Void> whenClosed() {
        return wire.whenClosed();
    }

    @Override
    protected void cut() {
        wire.hangUp();
    }
}
