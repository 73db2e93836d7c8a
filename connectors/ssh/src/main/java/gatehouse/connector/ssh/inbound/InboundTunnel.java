package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.inbound.InboundConnection;
import gatehouse.connector.spi.tunnel.TunnelAnswer;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.spi.tunnel.TunnelRequest;
import gatehouse.connector.ssh.SshLog;
import gatehouse.connector.ssh.wire.ChannelTransport;
import gatehouse.connector.ssh.wire.Outlet;
import gatehouse.connector.ssh.wire.WindowRelease;
import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.RemoteWindow;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.AbstractServerChannel;
import org.apache.sshd.server.session.ServerSession;

/**
 * A connection that a person's client wants forwarded ({@code direct-tcpip}, RFC 4254 section 7.2). It ends at the target, or in a
 * server of our own. No data come before it is confirmed.
 */
final class InboundTunnel extends AbstractServerChannel implements TunnelFlow, Outlet.Port, ChannelTransport.Carrier {
    private static final TunnelFlow NOWHERE = new Nowhere();

    private final InboundConnection connection;
    private final InnerServer inner;
    private final Executor work;
    private final Outlet outlet = new Outlet(this);
    private volatile TunnelFlow target = NOWHERE;

    InboundTunnel(InboundConnection connection, InnerServer inner, Executor work) {
        super("", List.of(), null);
        this.connection = connection;
        this.inner = inner;
        this.work = work;
    }

    @Override
    protected OpenFuture doInit(Buffer buffer) {
        TunnelRequest request =
                new TunnelRequest(buffer.getString(), buffer.getInt(), buffer.getString(), buffer.getInt());
        OpenFuture opening = new DefaultOpenFuture(this, this);
        work.execute(() -> ask(request, opening));
        return opening;
    }

    private void ask(TunnelRequest request, OpenFuture opening) {
        try {
            connection.tunnel(request, this).whenComplete((answer, failure) -> {
                if (failure != null) {
                    refuse(opening, Failures.shown(failure));
                    return;
                }
                confirm(request, opening, answer);
            });
        } catch (RuntimeException failure) {
            refuse(opening, Failures.shown(failure));
        }
    }

    private void confirm(TunnelRequest request, OpenFuture opening, TunnelAnswer answer) {
        switch (answer) {
            case TunnelAnswer.Relayed(TunnelFlow toTarget) -> {
                target = toTarget;
                opened(opening);
            }
            case TunnelAnswer.Inner(TunnelAnswer.InnerLogin login) -> {
                ChannelTransport transport = inner.transport((ServerSession) getSession(), this);
                target = new IntoSession(transport);
                opened(opening);
                startInner(transport, request.host(), login);
            }
        }
        if (isClosing()) {
            target.close(); // the client went while we asked
        }
    }

    private void opened(OpenFuture opening) {
        signalChannelOpenSuccess();
        opening.setOpened();
    }

    private void startInner(ChannelTransport transport, String host, TunnelAnswer.InnerLogin login) {
        try {
            inner.start(transport, host, login);
        } catch (Exception failure) {
            SshLog.LOG.unexpected(failure);
            close(true);
        }
    }

    private void refuse(OpenFuture opening, ProblemException problem) {
        int reason = problem.kind() == Kind.TARGET_FAILED || problem.kind() == Kind.TARGET_TIMEOUT
                ? SshConstants.SSH_OPEN_CONNECT_FAILED
                : SshConstants.SSH_OPEN_ADMINISTRATIVELY_PROHIBITED;
        opening.setException(new SshChannelOpenException(getChannelId(), reason, problem.detail()));
        close(true);
    }

    @Override
    protected void doWriteData(byte[] bytes, int offset, long length) {
        int size = (int) length;
        target.bytes(bytes, offset, size, new WindowRelease(getLocalWindow(), size));
    }

    @Override
    protected void doWriteExtendedData(byte[] bytes, int offset, long length) {
        new WindowRelease(getLocalWindow(), (int) length).complete();
    }

    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        target.end();
    }

    @Override
    public void handleWindowAdjust(Buffer buffer) throws IOException {
        super.handleWindowAdjust(buffer);
        outlet.drain();
    }

    @Override
    protected void preClose() {
        outlet.abandon();
        target.close();
        super.preClose();
    }

    @Override
    public void bytes(byte[] bytes, int offset, int length, Completion done) {
        outlet.write(false, bytes, offset, length, done);
    }

    @Override
    public void end() {
        outlet.inOrder(this::sendEof);
    }

    @Override
    public void close() {
        outlet.inOrder(this::sendEof);
        outlet.atEnd(() -> close(false));
    }

    @Override
    public void send(byte[] bytes, int offset, int length, Completion done) {
        bytes(bytes, offset, length, done);
    }

    @Override
    public void endOfData() {
        end();
    }

    @Override
    public void drop() {
        close();
    }

    @Override
    public Session wireSession() {
        return getSession();
    }

    @Override
    public RemoteWindow window() {
        return getRemoteWindow();
    }

    @Override
    public long peerChannel() {
        return getRecipient();
    }

    /** The windows of the session inside bound what is under way; so bytes are done once they have been handed on. */
    private record IntoSession(ChannelTransport transport) implements TunnelFlow {
        @Override
        public void bytes(byte[] bytes, int offset, int length, Completion done) {
            transport.received(bytes, offset, length);
            done.complete();
        }

        @Override
        public void end() {
            transport.close(true);
        }

        @Override
        public void close() {
            transport.close(true);
        }
    }

    private static final class Nowhere implements TunnelFlow {
        @Override
        public void bytes(byte[] bytes, int offset, int length, Completion done) {
            done.complete();
        }

        @Override
        public void end() {
            // not open yet
        }

        @Override
        public void close() {
            // not open yet
        }
    }
}
