package gatehouse.connector.ssh.wire;

import java.util.concurrent.RejectedExecutionException;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.common.util.Readable;

/**
 * Lets a session hear of its connection's end outside of its encoder. A write that fails at once says so on the thread that writes,
 * which encodes for this session then and may hold the locks of a stream that leads here; who hears of the end takes those of the
 * other direction.
 */
record EndAside(IoHandler session) implements IoHandler {
    private interface News {
        void tell() throws Exception;
    }

    @Override
    public void sessionCreated(IoSession io) throws Exception {
        session.sessionCreated(io);
    }

    @Override
    public void messageReceived(IoSession io, Readable message) throws Exception {
        session.messageReceived(io, message);
    }

    @Override
    public void exceptionCaught(IoSession io, Throwable cause) throws Exception {
        tell(io, () -> session.exceptionCaught(io, cause));
    }

    @Override
    public void sessionClosed(IoSession io) throws Exception {
        tell(io, () -> session.sessionClosed(io));
    }

    private static void tell(IoSession io, News news) throws Exception {
        AbstractSession hearer = AbstractSession.getSession(io, true);
        if (!(hearer instanceof Wire wire) || !wire.isEncoding()) {
            news.tell();
            return;
        }
        try {
            hearer.getFactoryManager().getScheduledExecutorService().execute(() -> later(hearer, news));
        } catch (RejectedExecutionException stopped) {
            news.tell(); // nobody else will
        }
    }

    /** As MINA's own I/O does with what a session throws. */
    private static void later(AbstractSession hearer, News news) {
        try {
            news.tell();
        } catch (Exception failure) {
            hearer.close(true);
        }
    }
}
