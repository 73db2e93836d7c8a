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
    private final TrustedProxies proxies;

    ServerSessions(SshServer server, Admission admission, TrustedProxies proxies) {
        super(server);
        this.admission = admission;
        this.proxies = proxies;
    }

    @Override
    protected ServerSessionImpl doCreateSession(IoSession io) throws Exception {
        // a load balancer is not one client: behind it only the overall limit counts
        SocketAddress peer = io.getRemoteAddress();
        Runnable leave = admission.enter(textual(peer), !proxies.contains(peer));
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
