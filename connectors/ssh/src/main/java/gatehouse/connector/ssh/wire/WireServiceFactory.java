package gatehouse.connector.ssh.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousChannelGroup;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.io.IoAcceptor;
import org.apache.sshd.common.io.IoConnector;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.nio2.Nio2Acceptor;
import org.apache.sshd.common.io.nio2.Nio2Connector;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactory;

/** MINA's NIO2 on {@link WireThreads}. The group that MINA makes for itself stays idle: it only resumes reading that was paused. */
final class WireServiceFactory extends Nio2ServiceFactory {
    private final AsynchronousChannelGroup group = WireThreads.join();
    private final AtomicBoolean left = new AtomicBoolean();

    WireServiceFactory(FactoryManager manager) {
        super(manager, null, null);
    }

    @Override
    public IoConnector createConnector(IoHandler handler) {
        return autowireCreatedService(
                new Nio2Connector(this, getFactoryManager(), new EndAside(handler), group, getExecutorService()));
    }

    @Override
    public IoAcceptor createAcceptor(IoHandler handler) {
        return autowireCreatedService(
                new Nio2Acceptor(this, getFactoryManager(), new EndAside(handler), group, getExecutorService()));
    }

    @Override
    protected void doCloseImmediately() {
        try {
            if (left.compareAndSet(false, true)) {
                WireThreads.leave();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            super.doCloseImmediately();
        }
    }
}
