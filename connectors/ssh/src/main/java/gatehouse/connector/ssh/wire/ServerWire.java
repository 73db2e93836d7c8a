package gatehouse.connector.ssh.wire;

import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.session.helpers.KeyExchangeMessageHandler;
import org.apache.sshd.server.ServerFactoryManager;
import org.apache.sshd.server.session.ServerSessionImpl;

/** A person's connection. */
public final class ServerWire extends ServerSessionImpl implements Wire {
    public ServerWire(ServerFactoryManager server, IoSession io) throws Exception {
        super(server, io);
    }

    @Override
    protected KeyExchangeMessageHandler initializeKeyExchangeMessageHandler() {
        return new QueueingKeyExchange(this, log);
    }

    @Override
    public boolean isEncoding() {
        return encodeLock.isHeldByCurrentThread();
    }
}
