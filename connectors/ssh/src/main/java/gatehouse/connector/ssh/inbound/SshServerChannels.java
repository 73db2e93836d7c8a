package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.inbound.InboundConnection;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.session.Session;

/** Which channels a signed-in person may open. */
final class SshServerChannels {
    static final AttributeKey<InboundConnection> CONNECTION = new AttributeKey<>();

    private SshServerChannels() {}

    static List<ChannelFactory> all(InnerServer inner, Executor work) {
        return List.of(new Sessions(work), new Tunnels(inner, work));
    }

    private static InboundConnection connection(Session session) throws IOException {
        InboundConnection connection = session.getAttribute(CONNECTION);
        if (connection == null) {
            throw new SshChannelOpenException(0, SshConstants.SSH_OPEN_ADMINISTRATIVELY_PROHIBITED, "not signed in");
        }
        return connection;
    }

    private record Tunnels(InnerServer inner, Executor work) implements ChannelFactory {
        @Override
        public String getName() {
            return "direct-tcpip";
        }

        @Override
        public Channel createChannel(Session session) throws IOException {
            return new InboundTunnel(connection(session), inner, work);
        }
    }

    private record Sessions(Executor work) implements ChannelFactory {
        @Override
        public String getName() {
            return "session";
        }

        @Override
        public Channel createChannel(Session session) throws IOException {
            return new InboundTerminal(connection(session), work);
        }
    }
}
