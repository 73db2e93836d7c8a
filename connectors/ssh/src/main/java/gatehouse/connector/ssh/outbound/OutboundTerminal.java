package gatehouse.connector.ssh.outbound;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.LatestOnly;
import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.WindowSize;
import gatehouse.connector.ssh.SshProblem;
import gatehouse.connector.ssh.wire.Delivery;
import gatehouse.connector.ssh.wire.Gathering;
import gatehouse.connector.ssh.wire.Outlet;
import gatehouse.connector.ssh.wire.TerminalModes;
import gatehouse.kernel.ProblemException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.channel.AbstractClientChannel;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.Buffer;

/**
 * A session channel at a target (RFC 4254 section 6). What the target sends goes to {@link TerminalOutput} on the reader thread;
 * the handle that comes back takes what is to be sent to it.
 */
final class OutboundTerminal extends AbstractClientChannel implements TerminalInput {
    private final TerminalRequest request;
    private final TerminalOutput output;
    private final CompletableFuture<TerminalInput> started = new CompletableFuture<>();
    private final Outlet outlet = new Outlet(this);
    private final Delivery delivery = new Delivery(this::tellEnd);
    private final Gathering gathering = new Gathering(this, this::handOn);
    private final AtomicReference<ExitStatus> exit = new AtomicReference<>();
    private final LatestOnly<WindowSize> sizes = new LatestOnly<>(this::tellSize);
    private final AtomicInteger signals = new AtomicInteger();
    private volatile boolean closedByTarget;
    private volatile boolean closedByUs;

    OutboundTerminal(TerminalRequest request, TerminalOutput output) {
        super("session");
        this.request = request;
        this.output = output;
    }

    /** Completes when the target has accepted the request. */
    CompletionStage<TerminalInput> start() {
        try {
            open().addListener(opened -> {
                if (!opened.isOpened()) {
                    refused(opened.getException());
                }
            });
        } catch (IOException | RuntimeException gone) {
            refused(gone);
        }
        return started;
    }

    private void refused(Throwable cause) {
        started.completeExceptionally(SshProblem.CHANNEL_REFUSED.problem(
                "the target signed the account in but refused " + what() + "; check what its server allows", cause));
    }

    private String what() {
        return switch (request.kind()) {
            case SHELL -> "a shell";
            case EXEC -> "to run a command";
            case SUBSYSTEM -> "the subsystem " + request.command();
        };
    }

    @Override
    protected void doOpen() throws IOException {
        for (Map.Entry<String, String> variable : request.environment().entrySet()) {
            Buffer packet = packet("env", false);
            packet.putString(variable.getKey());
            packet.putString(variable.getValue());
            writePacket(packet);
        }
        if (request.pty().isPresent()) {
            writePacket(ptyRequest(request.pty().get()));
        }
        Buffer start = packet(
                switch (request.kind()) {
                    case SHELL -> "shell";
                    case EXEC -> "exec";
                    case SUBSYSTEM -> "subsystem";
                },
                true);
        if (request.kind() != TerminalRequest.Kind.SHELL) {
            start.putString(request.command());
        }
        writePacket(start);
    }

    private Buffer ptyRequest(Pty pty) {
        Buffer packet = packet("pty-req", false);
        packet.putString(pty.term());
        putSize(packet, pty.size());
        packet.putBytes(TerminalModes.encode(pty.modes()));
        return packet;
    }

    private static void putSize(Buffer packet, WindowSize size) {
        packet.putUInt(size.columns());
        packet.putUInt(size.rows());
        packet.putUInt(size.widthPixels());
        packet.putUInt(size.heightPixels());
    }

    private Buffer packet(String type, boolean wantReply) {
        Buffer packet = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST);
        packet.putUInt(getRecipient());
        packet.putString(type);
        packet.putBoolean(wantReply);
        return packet;
    }

    /** Only the start of the program asks for a reply. */
    @Override
    public void handleSuccess() {
        started.complete(this);
    }

    @Override
    public void handleFailure() {
        refused(null);
        close(true);
    }

    @Override
    protected void handleChannelRequest(String type, boolean wantReply, Buffer buffer) throws IOException {
        switch (type) {
            case "exit-status" -> exited(new ExitStatus.Code(buffer.getInt()));
            case "exit-signal" ->
                exited(new ExitStatus.Signal(buffer.getString(), buffer.getBoolean(), buffer.getString()));
            default -> super.handleChannelRequest(type, wantReply, buffer);
        }
    }

    /** OpenSSH tells it as soon as the program is gone, while its last output may still wait in a pipe. */
    private void exited(ExitStatus status) {
        exit.set(status);
        if (isEofSignalled()) {
            gathering.inOrder(() -> delivery.deliver(this::tellExit, Completion.NOTHING));
        }
    }

    private void tellExit() {
        ExitStatus status = exit.getAndSet(null);
        if (status != null) {
            output.exited(status);
        }
    }

    @Override
    protected void doWriteData(byte[] bytes, int offset, long length) {
        gathering.take(false, bytes, offset, (int) length);
    }

    @Override
    protected void doWriteExtendedData(byte[] bytes, int offset, long length) {
        gathering.take(true, bytes, offset, (int) length);
    }

    private void handOn(boolean error, byte[] bytes, int offset, int length, Completion done) {
        delivery.deliver(
                () -> {
                    if (error) {
                        output.error(bytes, offset, length, done);
                    } else {
                        output.output(bytes, offset, length, done);
                    }
                },
                done);
    }

    /** Once, however often the target says it. */
    @Override
    public void handleEof() throws IOException {
        if (isEofSignalled()) {
            return;
        }
        super.handleEof();
        gathering.inOrder(() -> delivery.deliver(
                () -> {
                    tellExit();
                    output.endOfOutput();
                },
                Completion.NOTHING));
    }

    @Override
    public void handleClose() throws IOException {
        closedByTarget = true;
        super.handleClose();
    }

    @Override
    public void handleWindowAdjust(Buffer buffer) throws IOException {
        super.handleWindowAdjust(buffer);
        outlet.drain();
    }

    @Override
    protected void preClose() {
        outlet.abandon();
        gathering.inOrder(delivery::end);
        super.preClose();
    }

    private void tellEnd() {
        boolean wasRunning = started.isDone() && !started.isCompletedExceptionally();
        if (!wasRunning) {
            refused(null);
            return;
        }
        tellExit();
        output.closed(closedByTarget || closedByUs ? Optional.empty() : Optional.of(lost()));
    }

    private ProblemException lost() {
        return SshProblem.CONNECTION_LOST.problem(
                "the connection to the target broke" + DialFailures.words(getSession()));
    }

    @Override
    public void input(byte[] bytes, int offset, int length, Completion done) {
        outlet.write(false, bytes, offset, length, done);
    }

    @Override
    public void endOfInput() {
        outlet.inOrder(this::sendEof);
    }

    /** A target that does not read is told the last size only, once it reads again. */
    @Override
    public void resize(WindowSize size) {
        sizes.offer(size);
    }

    private void tellSize(WindowSize size, Completion told) {
        outlet.inOrder(
                () -> {
                    Buffer packet = packet("window-change", false);
                    putSize(packet, size);
                    return writePacket(packet);
                },
                told);
    }

    /** More than a few that a target has not read yet say nothing new. */
    @Override
    public void signal(String name) {
        if (signals.incrementAndGet() > MOST_SIGNALS) {
            signals.decrementAndGet();
            return;
        }
        outlet.inOrder(
                () -> {
                    Buffer packet = packet("signal", false);
                    packet.putString(name);
                    return writePacket(packet);
                },
                signals::decrementAndGet);
    }

    @Override
    public void close() {
        closedByUs = true;
        close(false);
    }
}
