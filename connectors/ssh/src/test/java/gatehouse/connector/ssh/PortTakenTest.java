package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.TestingPort;
import gatehouse.connector.spi.inbound.InboundListener;
import gatehouse.connector.spi.inbound.InboundOrigin;
import gatehouse.connector.spi.inbound.InboundSignIn;
import gatehouse.connector.ssh.inbound.InboundServer;
import gatehouse.kernel.Secret;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A server whose port somebody else has. */
class PortTakenTest {
    private static final class Nobody implements InboundListener {
        @Override
        public InboundSignIn signIn(InboundOrigin origin, String loginName) {
            throw new AssertionError("nobody can connect");
        }

        @Override
        public Secret serverKey(String name, Supplier<Secret> generator) {
            return generator.get();
        }

        @Override
        public void serverIdentity(String name, String line) {}
    }

    @Test
    void aServerThatCannotListenLeavesNoThreadAndMayTryAgain() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        SshActivationSpec spec = new SshActivationSpec();
        spec.setBindAddress("127.0.0.1");
        try (TestingPort port = new TestingPort()) {
            spec.setPort(port.number());
            try (ServerSocket _ = new ServerSocket(port.number(), 1, InetAddress.getLoopbackAddress())) {
                InboundServer server = new InboundServer(new Nobody(), spec, Runnable::run);
                assertThatThrownBy(server::start).isInstanceOf(BindException.class);
            }
            assertNoneLeftSince(before);

            InboundServer again = new InboundServer(new Nobody(), spec, Runnable::run);
            assertThat(again.start()).isEqualTo(spec.getPort());
            assertThat(Thread.getAllStackTraces().keySet())
                    .anyMatch(thread -> !before.contains(thread) && isOurs(thread));
            again.stop();
            assertNoneLeftSince(before);
        }
    }

    private static void assertNoneLeftSince(Set<Thread> before) throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && isOurs(thread)) {
                assertThat(thread.join(Duration.ofMinutes(1)))
                        .as(thread.getName())
                        .isTrue();
            }
        }
    }

    private static boolean isOurs(Thread thread) {
        return thread.getName().contains("ssh");
    }
}
