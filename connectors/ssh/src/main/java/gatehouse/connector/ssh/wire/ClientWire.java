package gatehouse.connector.ssh.wire;

import java.io.IOException;
import org.apache.sshd.client.ClientFactoryManager;
import org.apache.sshd.client.session.ClientSessionImpl;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.session.helpers.KeyExchangeMessageHandler;
import org.apache.sshd.common.util.buffer.Buffer;

/** Our connection to a target. */
public final class ClientWire extends ClientSessionImpl implements Wire {
    private final UnreadAnswers unread = new UnreadAnswers(this);

    public ClientWire(ClientFactoryManager client, IoSession io) throws Exception {
        super(client, io);
    }

    @Override
    protected KeyExchangeMessageHandler initializeKeyExchangeMessageHandler() {
        return new QueueingKeyExchange(this, log);
    }

    @Override
    public IoWriteFuture writePacket(Buffer packet) throws IOException {
        return UnreadAnswers.counts(packet) ? unread.write(packet, super::writePacket) : super.writePacket(packet);
    }

    @Override
    public boolean isEncoding() {
        return encodeLock.isHeldByCurrentThread();
    }
}
