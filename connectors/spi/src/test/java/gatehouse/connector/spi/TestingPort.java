package gatehouse.connector.spi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of loopback that is kept: bound, so that the kernel gives it to nobody else, and not listened on, so that it refuses
 * connections. A server that sets SO_REUSEADDR, as nearly all do, may listen on it all the same.
 */
public final class TestingPort implements AutoCloseable {
    private final Socket socket = new Socket();

    public TestingPort() throws IOException {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public int number() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
