package gatehouse.connector.ssh.inbound;

import gatehouse.connector.ssh.wire.ServerWire;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSessionImpl;
import org.apache.sshd.server.session.SessionFactory;

/** Makes sessions of our kind, as long as there is a place for one more that has not signed in. */
final class ServerSessions extends SessionFactory {
    private final Admission admission;

    ServerSessions(SshServer server, Admission admission) {
        super(server);
        this.admission = admission;
    }

    @Override
    protected ServerSessionImpl doCreateSession(IoSession io) throws Exception {
        Runnable leave = admission.enter(textual(io.getRemoteAddress()));
        try {
            ServerWire session = new ServerWire(getServer(), io);
            session.addCloseFutureListener(closed -> leave.run());
            session.addSessionListener(new SessionListener() {
                @Override
                public void sessionEvent(Session signedIn, Event event) {
                    if (event == Event.Authenticated) {
                        leave.run();
                    }
                }
            });
            return session;
        } catch (Exception failure) {
            leave.run();
            throw failure;
        }
    }

    static String textual(SocketAddress address) {
        return address instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : String.valueOf(address);
    }
}
