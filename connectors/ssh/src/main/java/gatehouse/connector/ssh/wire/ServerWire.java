package gatehouse.connector.ssh.wire;

import java.io.IOException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.session.helpers.KeyExchangeMessageHandler;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.ServerFactoryManager;
import org.apache.sshd.server.session.ServerSessionImpl;

/** A person's connection. */
public final class ServerWire extends ServerSessionImpl implements Wire {
    private final UnreadAnswers unread = new UnreadAnswers(this);
    private boolean serviceAsked;

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
    public IoWriteFuture writePacket(Buffer packet) throws IOException {
        return UnreadAnswers.counts(packet) ? unread.write(packet, super::writePacket) : super.writePacket(packet);
    }

    /** Once (RFC 4253 section 10): each time would begin the sign-in anew, and forget how often it failed. */
    @Override
    protected boolean handleServiceRequest(String service, Buffer buffer) throws Exception {
        if (serviceAsked) {
            disconnect(SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR, "a service is asked for once");
            return false;
        }
        serviceAsked = true;
        return super.handleServiceRequest(service, buffer);
    }

    @Override
    public boolean isEncoding() {
        return encodeLock.isHeldByCurrentThread();
    }
}
