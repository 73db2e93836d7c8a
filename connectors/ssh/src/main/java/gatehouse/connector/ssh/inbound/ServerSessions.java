package gatehouse.connector.ssh.inbound;

import gatehouse.connector.ssh.wire.ServerWire;
import gatehouse.kernel.Admission;
import gatehouse.kernel.Network;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSessionImpl;
import org.apache.sshd.server.session.SessionFactory;

/** Makes sessions of our kind, each with a place among those that have not signed in. */
final class ServerSessions extends SessionFactory {
    static final AttributeKey<Admission.Place> PLACE = new AttributeKey<>();

    private final Admission admission;
    private final TrustedProxies proxies;

    ServerSessions(SshServer server, Admission admission, TrustedProxies proxies) {
        super(server);
        this.admission = admission;
        this.proxies = proxies;
    }

    @Override
    protected ServerSessionImpl doCreateSession(IoSession io) throws Exception {
        SocketAddress peer = io.getRemoteAddress();
        // a load balancer is not one client: the share is that of whom it will name
        Admission.Place place = admission.enter(network(peer), !proxies.contains(peer), () -> io.close(true));
        try {
            ServerWire session = new ServerWire(getServer(), io);
            session.setAttribute(PLACE, place);
            session.addCloseFutureListener(closed -> place.leave());
            session.addSessionListener(new SessionListener() {
                @Override
                public void sessionEvent(Session signedIn, Event event) {
                    if (event == Event.Authenticated) {
                        place.leave();
                    }
                }
            });
            return session;
        } catch (Exception failure) {
            place.leave();
            throw failure;
        }
    }

    static Network network(SocketAddress address) {
        return Network.of(textual(address));
    }

    static String textual(SocketAddress address) {
        return address instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : String.valueOf(address);
    }
}
