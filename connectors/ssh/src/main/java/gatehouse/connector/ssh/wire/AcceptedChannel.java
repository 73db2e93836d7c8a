package gatehouse.connector.ssh.wire;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.spi.tunnel.TunnelRequest;
import gatehouse.kernel.ProblemException;
import java.io.IOException;
import java.util.List;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.AbstractServerChannel;

/**
 * A forwarded connection that the peer asks us to take (RFC 4254 section 7.2), {@code direct-tcpip} or {@code forwarded-tcpip}; the
 * counterpart of {@link ForwardChannel}. No data come before it is confirmed. As a {@link TunnelFlow} it leads to the peer.
 */
@SuppressWarnings("this-escape") // the outlet keeps it for later
public abstract class AcceptedChannel extends AbstractServerChannel implements TunnelFlow, ChannelTransport.Carrier {
    private static final TunnelFlow NOWHERE = new Nowhere();

    private final Outlet outlet = new Outlet(this);
    private volatile TunnelFlow target = NOWHERE;
    private final Gathering gathering =
            new Gathering(this, (_, bytes, offset, length, done) -> target.bytes(bytes, offset, length, done));

    protected AcceptedChannel() {
        super("", List.of(), null);
    }

    @Override
    protected OpenFuture doInit(Buffer buffer) {
        String host = buffer.getString();
        int port = buffer.getInt();
        String originator = buffer.getString();
        int originatorPort = buffer.getInt();
        OpenFuture opening = new DefaultOpenFuture(this, this);
        try {
            TunnelRequest request =
                    new TunnelRequest(HostName.require(host), port, HostName.require(originator), originatorPort);
            ChannelLimit.FORWARDED.take(getSession(), this);
            ask(request, opening);
        } catch (ProblemException refused) {
            refuse(refused);
        }
        return opening;
    }

    /** Returns at once; then {@link #confirm} or {@link #refuse}. */
    protected abstract void ask(TunnelRequest request, OpenFuture opening);

    /** @param receiver takes what the peer sends */
    protected final void confirm(OpenFuture opening, TunnelFlow receiver) {
        target = receiver;
        signalChannelOpenSuccess();
        opening.setOpened();
        if (isClosing()) {
            receiver.close(); // the peer went while we asked
        }
    }

    protected final void refuse(ProblemException problem) {
        Refusal.send(this, problem);
    }

    @Override
    protected void doWriteData(byte[] bytes, int offset, long length) {
        gathering.take(false, bytes, offset, (int) length);
    }

    @Override
    protected void doWriteExtendedData(byte[] bytes, int offset, long length) {
        new WindowRelease(getLocalWindow(), (int) length).complete();
    }

    /** Once, however often it is said. */
    @Override
    public void handleEof() throws IOException {
        if (isEofSignalled()) {
            return;
        }
        super.handleEof();
        gathering.inOrder(() -> target.end());
    }

    @Override
    public void handleWindowAdjust(Buffer buffer) throws IOException {
        super.handleWindowAdjust(buffer);
        outlet.drain();
    }

    @Override
    protected void preClose() {
        outlet.abandon();
        gathering.inOrder(() -> target.close());
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
