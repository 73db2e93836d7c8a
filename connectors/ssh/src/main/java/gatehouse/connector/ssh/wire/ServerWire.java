package gatehouse.connector.ssh.wire;

import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.session.helpers.KeyExchangeMessageHandler;
import org.apache.sshd.common.util.buffer.Buffer;
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

    /** Before the sign-in keys are exchanged once, as with OpenSSH: each exchange makes this server compute. */
    @Override
    protected void handleKexInit(Buffer buffer) throws Exception {
        if (initialKexDone && !isAuthenticated()) {
            disconnect(SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR, "keys are exchanged again only after the sign-in");
            return;
        }
        super.handleKexInit(buffer);
    }

    @Override
    public boolean isEncoding() {
        return encodeLock.isHeldByCurrentThread();
    }
}
