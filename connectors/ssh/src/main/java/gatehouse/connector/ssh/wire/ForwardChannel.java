package gatehouse.connector.ssh.outbound;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.ssh.wire.ChannelTransport;
import gatehouse.connector.ssh.wire.Delivery;
import gatehouse.connector.ssh.wire.Outlet;
import gatehouse.connector.ssh.wire.WindowRelease;
import java.io.IOException;
import org.apache.sshd.client.channel.AbstractClientChannel;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.RemoteWindow;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;

/** A connection that the peer opens for us ({@code direct-tcpip}, RFC 4254 section 7.2). */
final class ForwardChannel extends AbstractClientChannel implements Outlet.Port, ChannelTransport.Carrier, TunnelFlow {
    private final String host;
    private final int port;
    private final TunnelFlow receiver;
    private final Delivery delivery;
    private final Outlet outlet = new Outlet(this);

    /** @param receiver takes what comes back, on the session's reader thread; its close once, on any thread */
    ForwardChannel(String host, int port, TunnelFlow receiver) {
        super("direct-tcpip");
        this.host = host;
        this.port = port;
        this.receiver = receiver;
        this.delivery = new Delivery(this::tellEnd);
    }

    @Override
    public synchronized OpenFuture open() throws IOException {
        openFuture = new DefaultOpenFuture(toString(), futureLock);
        Buffer packet = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_OPEN);
        packet.putString(getChannelType());
        packet.putUInt(getChannelId());
        packet.putUInt(getLocalWindow().getSize());
        packet.putUInt(getLocalWindow().getPacketSize());
        packet.putString(host);
        packet.putUInt(port);
        packet.putString("127.0.0.1"); // who asks: ourselves
        packet.putUInt(0);
        writePacket(packet);
        return openFuture;
    }

    @Override
    protected void doOpen() {
        // nothing to ask for: the channel is the connection
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
        close(true);
    }

    @Override
    protected void doWriteData(byte[] bytes, int offset, long length) {
        int size = (int) length;
        deliver(() -> receiver.bytes(bytes, offset, size, new WindowRelease(getLocalWindow(), size)));
    }

    private void tellEnd() {
        if (opened.get()) {
            receiver.close();
        }
    }

    private void deliver(Runnable call) {
        if (!delivery.begin()) {
            return;
        }
        try {
            call.run();
        } finally {
            delivery.finish();
        }
    }

    @Override
    protected void doWriteExtendedData(byte[] bytes, int offset, long length) {
        new WindowRelease(getLocalWindow(), (int) length).complete();
    }

    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        deliver(receiver::end);
    }

    @Override
    public void handleWindowAdjust(Buffer buffer) throws IOException {
        super.handleWindowAdjust(buffer);
        outlet.drain();
    }

    @Override
    protected void preClose() {
        outlet.abandon();
        delivery.end();
        super.preClose();
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
}
