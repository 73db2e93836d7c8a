package gatehouse.connector.ssh.inbound;

import gatehouse.kernel.Admission;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.net.InetAddressRange;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.session.AbstractServerSession;
import org.apache.sshd.server.session.ServerProxyAcceptor;
import org.apache.sshd.server.session.ServerSession;

/** Load balancers whose PROXY header is believed, and demanded. From anybody else such a header is garbage. */
final class TrustedProxies implements ServerProxyAcceptor {
    private final List<InetAddressRange> networks = new ArrayList<>();

    /** @param list addresses or networks in CIDR form, comma separated; empty: none */
    TrustedProxies(String list) {
        if (list == null || list.isBlank()) {
            return;
        }
        Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .map(entry -> entry.contains("/") ? entry : entry + (entry.contains(":") ? "/128" : "/32"))
                .map(InetAddressRange::fromCIDR)
                .forEach(networks::add);
    }

    boolean contains(SocketAddress peer) {
        return peer instanceof InetSocketAddress inet && inet.getAddress() != null && contains(inet.getAddress());
    }

    private boolean contains(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    @Override
    public boolean acceptServerProxyMetadata(ServerSession session, Buffer buffer) {
        if (!contains(session.getIoSession().getRemoteAddress())) {
            return true;
        }
        byte[] seen = Arrays.copyOfRange(buffer.array(), buffer.rpos(), buffer.rpos() + buffer.available());
        Optional<ProxyHeader> header = ProxyHeader.parse(seen);
        if (header.isEmpty()) {
            return false;
        }
        buffer.rpos(buffer.rpos() + header.get().length());
        header.get().source().ifPresent(source -> named((AbstractServerSession) session, source));
        return true;
    }

    private static void named(AbstractServerSession session, SocketAddress source) {
        session.setClientAddress(source);
        Admission.Place place = session.getAttribute(ServerSessions.PLACE);
        if (place != null) {
            place.comesFrom(ServerSessions.network(source));
        }
    }
}
