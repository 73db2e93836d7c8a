package gatehouse.connector.telnet.wire;

import gatehouse.connector.spi.outbound.Dial;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.telnet.TelnetProblem;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Work;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Connects from this machine; a virtual thread waits for each direction of each connection. */
public final class SocketDial implements Dial {
    private final Work work = new Work("gatehouse-telnet", null);
    private final Set<SocketFlow> open = ConcurrentHashMap.newKeySet();

    /** Closes every connection. */
    public void stop() {
        open.forEach(SocketFlow::close);
    }

    @Override
    public CompletionStage<TunnelFlow> dial(String host, int port, TunnelFlow back) {
        return work.supply(() -> connected(host, port, back));
    }

    private TunnelFlow connected(String host, int port, TunnelFlow back) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw TelnetProblem.UNREACHABLE.problem("the name " + host + " is not known; check the asset's address");
        }
        try {
            SocketFlow flow = new SocketFlow(connected(address), back, open::remove);
            open.add(flow);
            flow.start(work);
            return flow;
        } catch (IOException failure) {
            throw problem(host + ":" + port, failure);
        }
    }

    private static SocketChannel connected(InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            // servers send data marks as urgent data (RFC 854); out of line, the rest of the stream would be misread
            channel.socket().setOOBInline(true);
            channel.connect(address);
            return channel;
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    private static ProblemException problem(String place, IOException failure) {
        if (failure instanceof ConnectException
                && String.valueOf(failure.getMessage()).contains("refused")) {
            return TelnetProblem.REFUSED.problem(
                    place + " refused the connection; is a telnet server running on this port?", failure);
        }
        return TelnetProblem.UNREACHABLE.problem(
                "there is no way to " + place + "; check the address, or the asset's zone", failure);
    }
}
