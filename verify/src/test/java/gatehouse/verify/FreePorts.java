package gatehouse.verify;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that are started later, or again. They lie below those that the kernel gives to clients, and each JVM of a run has a
 * range of its own: what is free now is still free then.
 */
final class FreePorts {
    private static final int PER_JVM = 4000;
    private static final int FIRST = 10_000 + PER_JVM * (Integer.getInteger("gatehouse.tests.jvm", 1) - 1);

    private static int tried = ThreadLocalRandom.current().nextInt(PER_JVM);

    private FreePorts() {}

    /** Never the same one twice in a JVM's life. */
    static synchronized int next() {
        for (int attempt = 0; attempt < PER_JVM; attempt++) {
            int port = FIRST + tried++ % PER_JVM;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free from " + FIRST + " to " + (FIRST + PER_JVM - 1));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
