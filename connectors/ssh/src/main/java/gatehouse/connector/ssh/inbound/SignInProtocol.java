package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.inbound.InboundSignIn;
import gatehouse.connector.ssh.wire.Serial;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.closeable.AbstractCloseable;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.server.session.ServerSessionHolder;

/**
 * The service {@code ssh-userauth} (RFC 4252) in place of MINA's, which knows a fixed list of methods and answers on the I/O
 * thread. Messages are parsed here and handed to the conversation, which takes them one after the other on threads that may wait.
 */
final class SignInProtocol extends AbstractCloseable implements Service, ServerSessionHolder {
    static final String NAME = "ssh-userauth";
    static final String NEXT_SERVICE = "ssh-connection";

    /** A client that sends ahead of the answers beyond this is not one. */
    private static final int MOST_AHEAD = 8;

    private final ServerSession session;
    private final Function<String, InboundSignIn> signIns;
    private final int mostFailures;
    private final Serial serial;
    private String loginName;
    private SignInConversation conversation;

    SignInProtocol(ServerSession session, Function<String, InboundSignIn> signIns, int mostFailures, Executor work) {
        this.session = session;
        this.signIns = signIns;
        this.mostFailures = mostFailures;
        this.serial = new Serial(work, MOST_AHEAD);
    }

    @Override
    public void start() {
        // the client speaks first
    }

    @Override
    public void process(int command, Buffer buffer) throws Exception {
        if (session.isAuthenticated()) {
            return; // RFC 4252 section 5.1: ignored after success
        }
        SignInMessage message;
        if (command == SshConstants.SSH_MSG_USERAUTH_REQUEST) {
            String name = buffer.getString();
            String service = buffer.getString();
            String method = buffer.getString();
            if (!isSameRequest(name, service)) {
                return;
            }
            message = SignInMessage.request(method, buffer);
        } else if (SignInMessage.isAnswer(command) && loginName != null) {
            message = SignInMessage.answers(buffer);
        } else {
            session.disconnect(SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR, "unexpected message during sign-in");
            return;
        }
        SignInConversation talk = conversation;
        if (!serial.submit(() -> talk.take(message))) {
            session.disconnect(SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR, "too many messages during sign-in");
        }
    }

    /** A conversation belongs to one name: factors of two people never mix on one connection. */
    private boolean isSameRequest(String name, String service) throws Exception {
        if (!NEXT_SERVICE.equals(service)) {
            session.disconnect(SshConstants.SSH2_DISCONNECT_SERVICE_NOT_AVAILABLE, "no service " + printable(service));
            return false;
        }
        if (loginName == null) {
            loginName = name;
            conversation = new SignInConversation(session, name, signIns, mostFailures);
            return true;
        }
        if (!loginName.equals(name)) {
            session.disconnect(
                    SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR, "the user name must not change during sign-in");
            return false;
        }
        return true;
    }

    private static String printable(String text) {
        return text.substring(0, Math.min(text.length(), 64)).replaceAll("[^ -~]", "?");
    }

    @Override
    protected void preClose() {
        SignInConversation talk = conversation;
        if (talk != null) {
            serial.force(talk::abandon);
        }
        super.preClose();
    }

    @Override
    public Session getSession() {
        return session;
    }

    @Override
    public ServerSession getServerSession() {
        return session;
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of();
    }
}
