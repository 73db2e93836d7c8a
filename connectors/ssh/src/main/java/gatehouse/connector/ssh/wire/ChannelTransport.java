package gatehouse.connector.ssh.wire;

import gatehouse.connector.spi.Completion;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.io.AbstractIoWriteFuture;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoService;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.util.Readable;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.closeable.AbstractCloseable;

/**
 * What MINA takes for a socket, over a channel of another session: the session inside never sees the difference, and no port is
 * opened on this machine. (MINA's own jump hosts listen on a loopback port that anybody here could use.)
 */
public final class ChannelTransport extends AbstractCloseable implements IoSession {
    /** The channel that carries the inner session. */
    public interface Carrier {
        void send(byte[] bytes, int offset, int length, Completion done);

        void endOfData();

        void drop();
    }

    private static final AtomicLong IDS = new AtomicLong();

    private final long id = IDS.incrementAndGet();
    private final Map<Object, Object> attributes = new ConcurrentHashMap<>();
    private final IoSession outer;
    private final ArrayDeque<byte[]> early = new ArrayDeque<>();
    private final SocketAddress remote;
    private final IoHandler handler;
    private final Carrier carrier;
    private boolean ready;

    /**
     * @param outer what carries the channel's own session
     * @param remote address of the peer of the session inside
     * @param handler takes what comes in
     */
    public ChannelTransport(IoSession outer, SocketAddress remote, IoHandler handler, Carrier carrier) {
        this.outer = outer;
        this.remote = remote;
        this.handler = handler;
        this.carrier = carrier;
    }

    /** Bytes came through the channel, on its reader thread. They wait while the session inside is still being made. */
    public void received(byte[] bytes, int offset, int length) {
        synchronized (early) {
            if (!ready) {
                early.add(Arrays.copyOfRange(bytes, offset, offset + length));
                return;
            }
        }
        handOn(bytes, offset, length);
    }

    /** The session inside exists now. */
    public void ready() {
        while (true) {
            byte[] next;
            synchronized (early) {
                next = early.poll();
                if (next == null) {
                    ready = true;
                    return;
                }
            }
            handOn(next, 0, next.length);
        }
    }

    private void handOn(byte[] bytes, int offset, int length) {
        try {
            handler.messageReceived(this, Readable.readable(ByteBuffer.wrap(bytes, offset, length)));
        } catch (Exception failure) {
            failed(failure);
        }
    }

    private void failed(Exception failure) {
        try {
            handler.exceptionCaught(this, failure);
        } catch (Exception alsoFailed) {
            close(true);
        }
    }

    @Override
    public IoWriteFuture writeBuffer(Buffer buffer) {
        Written written = new Written(remote);
        carrier.send(buffer.array(), buffer.rpos(), buffer.available(), () -> written.setValue(true));
        return written;
    }

    @Override
    protected void doCloseImmediately() {
        carrier.drop();
        try {
            handler.sessionClosed(this);
        } catch (Exception failure) {
            log.debug("closing the session inside a channel", failure);
        }
        super.doCloseImmediately();
    }

    @Override
    public void shutdownOutputStream() {
        carrier.endOfData();
    }

    @Override
    public void suspendRead() {
        // never asked for: windows do it
    }

    @Override
    public void resumeRead() {
        // see above
    }

    @Override
    public long getId() {
        return id;
    }

    @Override
    public Object getAttribute(Object key) {
        return attributes.get(key);
    }

    @Override
    public Object setAttribute(Object key, Object value) {
        return attributes.put(key, value);
    }

    @Override
    public Object setAttributeIfAbsent(Object key, Object value) {
        return attributes.putIfAbsent(key, value);
    }

    @Override
    public Object removeAttribute(Object key) {
        return attributes.remove(key);
    }

    @Override
    public IoService getService() {
        return outer.getService();
    }

    @Override
    public SocketAddress getAcceptanceAddress() {
        return outer.getAcceptanceAddress();
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return remote;
    }

    @Override
    public SocketAddress getLocalAddress() {
        return outer.getLocalAddress();
    }

    private static final class Written extends AbstractIoWriteFuture {
        Written(Object id) {
            super(id, null);
        }
    }
}
