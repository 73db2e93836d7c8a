package gatehouse.connector.ssh.wire;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.apache.sshd.common.PropertyResolver;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.RemoteWindow;
import org.apache.sshd.common.io.AbstractIoWriteFuture;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In whose bytes packets are encrypted. The session below is no protocol: it only says how each write went. */
class OutletTest {
    private static final byte[] MUCH = new byte[8 * 1024];

    private final Queue<Written> outcomes = new ArrayDeque<>();
    private final List<byte[]> places = new ArrayList<>();
    private AsynchronousChannelGroup group;

    private static final class Written extends AbstractIoWriteFuture {
        Written() {
            super("test", null);
        }

        static Written well() {
            Written written = new Written();
            written.setValue(true);
            return written;
        }

        static Written badly() {
            Written written = new Written();
            written.setValue(new IOException("expected"));
            return written;
        }
    }

    @BeforeEach
    void join() {
        group = WireThreads.join();
    }

    @AfterEach
    void leave() throws IOException {
        WireThreads.leave();
    }

    @Test
    void theBytesOfAWrittenPacketAreUsedAgain() throws Exception {
        send(Written.well(), Written.well());
        assertThat(places.get(1)).isSameAs(places.get(0));
    }

    @Test
    void theBytesOfAPacketThatIsUnderWayAreNot() throws Exception {
        send(new Written(), Written.well());
        assertThat(places.get(1)).isNotSameAs(places.get(0));
    }

    /** A write that failed may have left the bytes with somebody who still reads them. */
    @Test
    void theBytesOfAPacketThatFailedAreNot() throws Exception {
        send(Written.badly(), Written.well());
        assertThat(places.get(1)).isNotSameAs(places.get(0));
    }

    private void send(Written... each) throws Exception {
        outcomes.addAll(List.of(each));
        Channel channel = channel();
        Outlet outlet = new Outlet(channel);
        onWireThread(() -> {
            for (Written _ : each) {
                outlet.write(false, MUCH, 0, MUCH.length, Completion.NOTHING);
            }
        });
        assertThat(places).hasSize(each.length);
    }

    /** Only they keep bytes; what they run are the completions of their channels. */
    private void onWireThread(Runnable task) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try (AsynchronousServerSocketChannel server = AsynchronousServerSocketChannel.open(group)
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
            server.accept(null, new CompletionHandler<AsynchronousSocketChannel, Void>() {
                @Override
                public void completed(AsynchronousSocketChannel accepted, Void nothing) {
                    try (accepted) {
                        task.run();
                        done.complete(null);
                    } catch (IOException | RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                }

                @Override
                public void failed(Throwable failure, Void nothing) {
                    done.completeExceptionally(failure);
                }
            });
            client.connect(server.getLocalAddress()).get();
            done.join();
        }
    }

    private Channel channel() {
        Session session = fake(Session.class, Map.of());
        RemoteWindow window = new RemoteWindow(fake(Channel.class, Map.of()), false);
        window.init(1 << 30, 32 * 1024, PropertyResolver.EMPTY);
        return fake(Channel.class, Map.of("getSession", session, "getRemoteWindow", window, "getRecipient", 7L));
    }

    private <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> switch (method.getName()) {
                    case "prepareBuffer" -> arguments[1];
                    case "writePacket" -> written((Buffer) arguments[0]);
                    default -> answers.get(method.getName());
                }));
    }

    private IoWriteFuture written(Buffer packet) {
        places.add(packet.array());
        return outcomes.remove();
    }
}
