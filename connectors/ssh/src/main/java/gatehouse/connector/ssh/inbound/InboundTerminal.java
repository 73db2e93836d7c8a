package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.WindowSize;
import gatehouse.connector.spi.inbound.InboundConnection;
import gatehouse.connector.ssh.wire.ChannelLimit;
import gatehouse.connector.ssh.wire.Gathering;
import gatehouse.connector.ssh.wire.Outlet;
import gatehouse.connector.ssh.wire.Refusal;
import gatehouse.connector.ssh.wire.WindowRelease;
import gatehouse.kernel.Printable;
import gatehouse.kernel.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.AbstractServerChannel;

/**
 * A person's session channel (RFC 4254 section 6). It lives from CHANNEL_OPEN until both sides have closed; one shell, exec or
 * subsystem runs on it. What the client sends goes to the inlet on the reader thread; what the target sends comes in as
 * {@link TerminalOutput} on whatever thread.
 */
final class InboundTerminal extends AbstractServerChannel implements TerminalOutput {
    private static final int MOST_VARIABLES = 64;

    /** As ssh itself reports "no connection". */
    private static final int NO_TARGET = 255;

    private final InboundConnection connection;
    private final Executor work;
    private final Inlet inlet = new Inlet();
    private final Gathering gathering =
            new Gathering(this, (_, bytes, offset, length, done) -> inlet.input(bytes, offset, length, done));
    private final Outlet outlet = new Outlet(this);
    private final Map<String, String> environment = new HashMap<>();
    private Optional<Pty> pty = Optional.empty();
    private TerminalRequest wanted;
    private final AtomicBoolean exitTold = new AtomicBoolean();
    private final AtomicBoolean endTold = new AtomicBoolean();

    InboundTerminal(InboundConnection connection, Executor work) {
        super("", List.of(), null);
        this.connection = connection;
        this.work = work;
    }

    @Override
    protected OpenFuture doInit(Buffer buffer) {
        try {
            ChannelLimit.SESSIONS.take(getSession(), this);
        } catch (ProblemException tooMany) {
            Refusal.send(this, tooMany);
            return new DefaultOpenFuture(this, this);
        }
        return super.doInit(buffer);
    }

    @Override
    protected RequestHandler.Result handleInternalRequest(String type, boolean wantReply, Buffer buffer)
            throws IOException {
        return switch (type) {
            case "env" -> answer(setVariable(buffer.getString(), buffer.getString()));
            case "pty-req" -> {
                pty = Optional.of(ChannelRequests.pty(buffer));
                yield answer(true);
            }
            case "window-change" -> {
                resized(ChannelRequests.windowSize(buffer));
                yield answer(true);
            }
            case "signal" -> answer(signalled(buffer.getString()));
            case Channel.CHANNEL_SHELL -> answer(want(TerminalRequest.Kind.SHELL, ""));
            case Channel.CHANNEL_EXEC -> answer(want(TerminalRequest.Kind.EXEC, buffer.getString()));
            case Channel.CHANNEL_SUBSYSTEM -> answer(want(TerminalRequest.Kind.SUBSYSTEM, buffer.getString()));
            case "auth-agent-req@openssh.com", "auth-agent-req", "x11-req" -> answer(false);
            default -> super.handleInternalRequest(type, wantReply, buffer);
        };
    }

    private static RequestHandler.Result answer(boolean accepted) {
        return accepted ? RequestHandler.Result.ReplySuccess : RequestHandler.Result.ReplyFailure;
    }

    private boolean setVariable(String name, String value) {
        if (environment.size() >= MOST_VARIABLES || !ChannelRequests.isAllowedVariable(name, value)) {
            return false;
        }
        environment.put(name, value);
        return true;
    }

    private void resized(WindowSize size) {
        if (wanted != null) {
            inlet.resize(size);
            return;
        }
        pty = pty.map(asked -> new Pty(asked.term(), size, asked.modes()));
    }

    private boolean signalled(String name) {
        if (!ChannelRequests.isSignal(name)) {
            return false;
        }
        inlet.signal(name);
        return true;
    }

    private boolean want(TerminalRequest.Kind kind, String command) {
        if (wanted != null || isClosing()) {
            return false;
        }
        wanted = new TerminalRequest(kind, command, pty, environment);
        return true;
    }

    /** The target is opened after the reply has gone out, so that no output overtakes it. */
    @Override
    protected IoWriteFuture sendResponse(Buffer buffer, String request, RequestHandler.Result result, boolean wantReply)
            throws IOException {
        IoWriteFuture replied = super.sendResponse(buffer, request, result, wantReply);
        if (result == RequestHandler.Result.ReplySuccess && isStart(request)) {
            TerminalRequest start = wanted;
            ListenRequests.afterEarlier(getSession(), work, () -> open(start));
        }
        return replied;
    }

    private static boolean isStart(String request) {
        return Channel.CHANNEL_SHELL.equals(request)
                || Channel.CHANNEL_EXEC.equals(request)
                || Channel.CHANNEL_SUBSYSTEM.equals(request);
    }

    private void open(TerminalRequest request) {
        try {
            connection.terminal(request, this).whenComplete((target, failure) -> {
                if (failure != null) {
                    closed(Optional.of(Failures.shown(failure)));
                    return;
                }
                inlet.open(target);
            });
        } catch (RuntimeException failure) {
            closed(Optional.of(Failures.shown(failure)));
        }
    }

    @Override
    protected void doWriteData(byte[] bytes, int offset, long length) {
        gathering.take(false, bytes, offset, (int) length);
    }

    /** Clients have no second stream: RFC 4254 defines only stderr, from the server. */
    @Override
    protected void doWriteExtendedData(byte[] bytes, int offset, long length) {
        new WindowRelease(getLocalWindow(), (int) length).complete();
    }

    /** Once, however often the client says it. */
    @Override
    public void handleEof() throws IOException {
        if (isEofSignalled()) {
            return;
        }
        super.handleEof();
        gathering.inOrder(inlet::endOfInput);
    }

    @Override
    public void handleWindowAdjust(Buffer buffer) throws IOException {
        super.handleWindowAdjust(buffer);
        outlet.drain();
    }

    @Override
    protected void preClose() {
        outlet.abandon();
        gathering.inOrder(inlet::close);
        super.preClose();
    }

    @Override
    public void output(byte[] bytes, int offset, int length, Completion done) {
        outlet.write(false, bytes, offset, length, done);
    }

    @Override
    public void error(byte[] bytes, int offset, int length, Completion done) {
        outlet.write(true, bytes, offset, length, done);
    }

    @Override
    public void endOfOutput() {
        outlet.inOrder(this::sendEof);
    }

    @Override
    public void exited(ExitStatus status) {
        if (exitTold.compareAndSet(false, true)) {
            outlet.inOrder(() -> sendExit(status));
        }
    }

    @Override
    public void closed(Optional<ProblemException> reason) {
        if (!endTold.compareAndSet(false, true)) {
            return;
        }
        reason.ifPresent(this::show);
        if (reason.isPresent()) {
            exited(new ExitStatus.Code(NO_TARGET));
        }
        outlet.inOrder(this::sendEof);
        outlet.atEnd(() -> close(false));
    }

    private void show(ProblemException problem) {
        String words = Printable.line(problem.detail()) + " (" + problem.codeName() + ")\r\n";
        byte[] line = words.getBytes(StandardCharsets.UTF_8);
        outlet.write(pty.isEmpty(), line, 0, line.length, Completion.NOTHING);
    }

    private void sendExit(ExitStatus status) throws IOException {
        switch (status) {
            case ExitStatus.Code code -> sendExitStatus(code.code());
            case ExitStatus.Signal signal -> sendExitSignal(signal);
            case ExitStatus.Unknown() -> {}
        }
    }

    private void sendExitSignal(ExitStatus.Signal signal) throws IOException {
        Buffer packet = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST);
        packet.putUInt(getRecipient());
        packet.putString("exit-signal");
        packet.putBoolean(false);
        packet.putString(signal.name());
        packet.putBoolean(signal.coreDumped());
        packet.putString(signal.message());
        packet.putString("");
        writePacket(packet);
    }
}
