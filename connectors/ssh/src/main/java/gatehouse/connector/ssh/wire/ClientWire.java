package gatehouse.connector.ssh.wire;

import org.apache.sshd.client.ClientFactoryManager;
import org.apache.sshd.client.session.ClientSessionImpl;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.session.helpers.KeyExchangeMessageHandler;

/** Our connection to a target. */
public final class ClientWire extends ClientSessionImpl implements Wire {
    public ClientWire(ClientFactoryManager client, IoSession io) throws Exception {
        super(client, io);
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
