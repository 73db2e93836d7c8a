package gatehouse.connector.telnet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A peer that behaves as no good server does: says what it is told to, byte by byte, and keeps what it hears. */
final class ScriptedPeer implements AutoCloseable {
    /** What it does with its one connection. */
    interface Behaviour {
        void serve(Line line) throws IOException;
    }

    /** The connection, from the peer's side. */
    record Line(InputStream in, OutputStream out, ByteArrayOutputStream heard) {
        void say(byte[] bytes) throws IOException {
            for (byte b : bytes) {
                out.write(b);
                out.flush();
            }
        }

        void say(String text) throws IOException {
            say(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        /** Reads up to the carriage return that ends a typed line, and its NUL. */
        void hearLine() throws IOException {
            int last = -1;
            int next = in.read();
            while (next >= 0 && !(last == '\r' && next == 0)) {
                heard.write(next);
                last = next;
                next = in.read();
            }
        }
    }

    private final ServerSocket listener;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    ScriptedPeer(Behaviour behaviour) throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (Socket socket = listener.accept()) {
                behaviour.serve(new Line(socket.getInputStream(), socket.getOutputStream(), heard));
            } catch (IOException over) {
                // the other side is gone, or the test is over
            }
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    byte[] heard() {
        return heard.toByteArray();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
