package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.TestingPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a real load balancer: HAProxy, which sends either version of the PROXY header. */
class ProxyProtocolTest {
    private static TestingPeers peers;
    private static TestingSshd sshd;
    private static TestingBastion bastion;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() throws Exception {
        peers = TestingPeers.unpack("haproxy");
        sshd = new TestingSshd();
        SshActivationSpec spec = TestingBastion.anyPort();
        spec.setProxyProtocolFrom("127.0.0.1");
        bastion = new TestingBastion(spec);
        bastion.target = sshd::target;
    }

    @AfterAll
    static void stop() throws Exception {
        bastion.close();
        sshd.close();
    }

    @Test
    void clientBehindHaproxyHasItsOwnAddressInVersion1() throws Exception {
        signInThrough("send-proxy");
    }

    @Test
    void clientBehindHaproxyHasItsOwnAddressInVersion2() throws Exception {
        signInThrough("send-proxy-v2");
    }

    /** HAProxy's health check connects, too; it speaks for itself and goes away. */
    private void signInThrough(String header) throws Exception {
        try (TestingPort port = new TestingPort()) {
            signInThrough(header, port.number());
        }
    }

    private void signInThrough(String header, int port) throws Exception {
        Path configuration =
                Files.writeString(directory.resolve("haproxy.cfg"), """
                defaults
                  mode tcp
                  timeout connect 30s
                  timeout client 2m
                  timeout server 2m
                listen ssh
                  bind 127.0.0.1:%d
                  source 127.0.0.1
                  server gatehouse 127.0.0.1:%d %s check
                """.formatted(port, bastion.port, header));
        Process haproxy = peers.server(peers.tree().resolve("usr/sbin/haproxy").toString(), "-db", "-f", "/dev/stdin")
                .redirectInput(configuration.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            awaitPort(haproxy, port);
            bastion.origins.clear();
            // a client on another loopback address than the balancer's own
            OpenSsh.Result result = new OpenSsh("alice", port)
                    .password("right")
                    .option("-b", "127.0.0.9")
                    .run(new byte[0], "echo balanced");
            assertThat(result.text()).as(result.error()).isEqualTo("balanced\n");
            assertThat(bastion.origins)
                    .singleElement()
                    .satisfies(origin -> assertThat(origin.address()).isEqualTo("127.0.0.9"));
        } finally {
            haproxy.destroy();
            haproxy.waitFor();
        }
    }

    private static void awaitPort(Process process, int port) throws InterruptedException {
        for (int i = 0; i < 3600 && process.isAlive(); i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new AssertionError("HAProxy does not listen");
    }
}
