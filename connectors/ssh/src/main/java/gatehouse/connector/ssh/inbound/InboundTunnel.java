package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.inbound.InboundConnection;
import gatehouse.connector.spi.tunnel.TunnelAnswer;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.spi.tunnel.TunnelRequest;
import gatehouse.connector.ssh.SshLog;
import gatehouse.connector.ssh.wire.AcceptedChannel;
import gatehouse.connector.ssh.wire.ChannelTransport;
import java.util.concurrent.Executor;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.server.session.ServerSession;

/** A connection that a person's client wants forwarded ({@code direct-tcpip}). It ends at the target, or in a server of our own. */
final class InboundTunnel extends AcceptedChannel {
    private final InboundConnection connection;
    private final InnerServer inner;
    private final Executor work;

    InboundTunnel(InboundConnection connection, InnerServer inner, Executor work) {
        this.connection = connection;
        this.inner = inner;
        this.work = work;
    }

    @Override
    protected void ask(TunnelRequest request, OpenFuture opening) {
        work.execute(() -> askConnection(request, opening));
    }

    private void askConnection(TunnelRequest request, OpenFuture opening) {
        try {
            connection.tunnel(request, this).whenComplete((answer, failure) -> {
                if (failure != null) {
                    refuse(Failures.shown(failure));
                    return;
                }
                follow(request, opening, answer);
            });
        } catch (RuntimeException failure) {
            refuse(Failures.shown(failure));
        }
    }

    private void follow(TunnelRequest request, OpenFuture opening, TunnelAnswer answer) {
        switch (answer) {
            case TunnelAnswer.Relayed(TunnelFlow toTarget) -> confirm(opening, toTarget);
            case TunnelAnswer.Inner(TunnelAnswer.InnerLogin login) -> {
                ChannelTransport transport = inner.transport((ServerSession) getSession(), this);
                confirm(opening, new IntoSession(transport));
                startInner(transport, request.host(), login);
            }
        }
    }

    private void startInner(ChannelTransport transport, String host, TunnelAnswer.InnerLogin login) {
        try {
            inner.start(transport, host, login);
        } catch (Exception failure) {
            SshLog.LOG.unexpected(failure);
            close(true);
        }
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
}
