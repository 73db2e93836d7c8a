package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.TestingPort;
import gatehouse.connector.spi.inbound.InboundListener;
import gatehouse.connector.spi.inbound.InboundOrigin;
import gatehouse.connector.spi.inbound.InboundSignIn;
import gatehouse.kernel.Secret;
import jakarta.ejb.EJBException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SshActivationTest {
    /** As WildFly refuses calls of beans until all of it goes on. */
    private static final class Suspended implements InboundListener {
        private int refusals = 2;

        @Override
        public InboundSignIn signIn(InboundOrigin origin, String loginName) {
            throw new AssertionError("nobody signs in");
        }

        @Override
        public Secret serverKey(String name, Supplier<Secret> generator) {
            if (refusals > 0) {
                refusals--;
                throw new EJBException("the container is suspended");
            }
            return generator.get();
        }

        @Override
        public void serverIdentity(String name, String line) {}
    }

    @Test
    void aServerThatIsActivatedBeforeBeansMayBeCalledStartsOnceTheyMay() throws Exception {
        try (TestingPort port = new TestingPort()) {
            SshActivationSpec spec = TestingBastion.anyPort();
            spec.setBindAddress("127.0.0.1");
            spec.setPort(port.number());
            spec.setWarmUpKeystrokes(0);
            SshActivation activation = new SshActivation(
                    new Suspended(),
                    spec,
                    () -> {
                        throw new AssertionError("nobody is connected to");
                    },
                    Runnable::run);

            activation.start();

            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.number())) {
                assertThat(socket.getInputStream().read()).isEqualTo('S');
            } finally {
                activation.stop();
            }
        }
    }
}
