package gatehouse.session.control.switching;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.dialogue.Transcript;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.kernel.Secret;
import gatehouse.session.entity.SessionProblem;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** A connection whose one shell switches accounts before anybody may type. */
public final class SwitchedConnection implements TerminalConnection {
    private final TerminalConnection connection;
    private final List<AccountSwitch> steps;
    private final Charset charset;
    private final SwitchListener listener;
    private final Executor waiting;
    private final AtomicBoolean opened = new AtomicBoolean();

    /**
     * @param steps in their order; their passwords are copied
     * @param charset of the target's terminals
     * @param waiting threads that may wait
     */
    public SwitchedConnection(
            TerminalConnection connection,
            List<AccountSwitch> steps,
            Charset charset,
            SwitchListener listener,
            Executor waiting) {
        this.connection = connection;
        this.steps = steps.stream().map(AccountSwitch::withOwnPassword).toList();
        this.charset = charset;
        this.listener = listener;
        this.waiting = waiting;
        CompletionStage<Void> _ = connection.whenClosed().thenRun(this::forget);
    }

    /** Whether an account that is switched to can be used for this (R11.63). */
    public static boolean allows(TerminalRequest request) {
        return request.kind() == TerminalRequest.Kind.SHELL && request.pty().isPresent();
    }

    @Override
    public CompletionStage<TerminalInput> open(TerminalRequest request, TerminalOutput output) {
        if (!allows(request) || !opened.compareAndSet(false, true)) {
            return CompletableFuture.failedFuture(terminalWanted());
        }
        Transcript transcript = new Transcript(charset);
        HeldOutput held = new HeldOutput(output, transcript);
        return connection.open(request, held).thenApplyAsync(target -> switched(target, transcript, held), waiting);
    }

    private TerminalInput switched(TerminalInput target, Transcript transcript, HeldOutput held) {
        SwitchConversation conversation = new SwitchConversation(target, transcript, held);
        try {
            for (AccountSwitch step : steps) {
                conversation.perform(step);
                listener.switched(step);
            }
            held.release();
            return target;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            connection.close();
            throw SessionProblem.SERVER_STOPPING.problem("the server is stopping", stopped);
        } catch (RuntimeException failure) {
            connection.close();
            throw failure;
        } finally {
            forget();
        }
    }

    private void forget() {
        steps.stream().map(AccountSwitch::password).forEach(Secret::close);
    }

    public static RuntimeException terminalWanted() {
        return SessionProblem.SWITCH_NEEDS_TERMINAL.problem(
                "this account is reached by switching from another one, which works in one shell with a terminal only");
    }

    @Override
    public String serverVersion() {
        return connection.serverVersion();
    }

    @Override
    public CompletionStage<Void> whenClosed() {
        return connection.whenClosed();
    }

    @Override
    public void close() {
        connection.close();
    }
}
