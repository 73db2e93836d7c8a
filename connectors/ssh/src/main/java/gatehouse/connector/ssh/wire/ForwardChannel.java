package gatehouse.connector.ssh.wire;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.spi.tunnel.TunnelRequest;
import java.io.IOException;
import org.apache.sshd.client.channel.AbstractClientChannel;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.Buffer;

/**
 * A forwarded connection that we ask the peer to take (RFC 4254 section 7.2): {@code direct-tcpip}, where it is to connect for us, or
 * {@code forwarded-tcpip}, which arrived where we listen for it.
 */
public final class ForwardChannel extends AbstractClientChannel implements ChannelTransport.Carrier, TunnelFlow {
    private final TunnelRequest words;
    private final TunnelFlow receiver;
    private final Delivery delivery;
    private final Gathering gathering;
    private final Outlet outlet = new Outlet(this);

    private ForwardChannel(String type, TunnelRequest words, TunnelFlow receiver) {
        super(type);
        this.words = words;
        this.receiver = receiver;
        this.delivery = new Delivery(this::tellEnd);
        this.gathering = new Gathering(this, this::handOn);
    }

    /**
     * The originator is ourselves.
     *
     * @param receiver takes what comes back, on the session's reader thread; its close once, on any thread
     */
    public static ForwardChannel direct(String host, int port, TunnelFlow receiver) {
        return new ForwardChannel("direct-tcpip", new TunnelRequest(host, port, "127.0.0.1", 0), receiver);
    }

    /** @param receiver as above */
    public static ForwardChannel arrived(TunnelRequest arrival, TunnelFlow receiver) {
        return new ForwardChannel("forwarded-tcpip", arrival, receiver);
    }

    @Override
    public synchronized OpenFuture open() throws IOException {
        openFuture = new DefaultOpenFuture(toString(), futureLock);
        Buffer packet = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_OPEN);
        packet.putString(getChannelType());
        packet.putUInt(getChannelId());
        packet.putUInt(getLocalWindow().getSize());
        packet.putUInt(getLocalWindow().getPacketSize());
        packet.putString(words.host());
        packet.putUInt(words.port());
        packet.putString(words.originator());
        packet.putUInt(words.originatorPort());
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
        gathering.take(false, bytes, offset, (int) length);
    }

    private void handOn(boolean error, byte[] bytes, int offset, int length, Completion done) {
        delivery.deliver(() -> receiver.bytes(bytes, offset, length, done), done);
    }

    private void tellEnd() {
        if (opened.get()) {
            receiver.close();
        }
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
        gathering.inOrder(() -> delivery.deliver(receiver::end, Completion.NOTHING));
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
}
