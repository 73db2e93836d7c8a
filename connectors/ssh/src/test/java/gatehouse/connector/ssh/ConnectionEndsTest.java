package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.QuietInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.ssh.wire.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.io.nio2.Nio2Session;
import org.apache.sshd.common.session.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How connections to the inbound server end: clients vanish, sockets break, and who is no client, waits too long or fails is sent away. */
class ConnectionEndsTest {
    private static final byte[] NOTHING = new byte[0];

    private static TestingSshd sshd;
    private static TestingBastion bastion;

    @BeforeAll
    static void start() throws Exception {
        sshd = new TestingSshd();
        bastion = new TestingBastion(TestingBastion.anyPort());
        bastion.target = sshd::target;
    }

    @AfterAll
    static void stop() throws Exception {
        bastion.close();
        sshd.close();
    }

    private static OpenSsh alice() {
        return new OpenSsh("alice", bastion.port).password("right");
    }

    @Test
    void vanishedClientEndsItsWire() throws Exception {
        int before = bastion.connectionsClosed.get();
        Process client = alice().start("echo started; sleep 600");
        assertThat(client.getInputStream().read()).isEqualTo('s');
        client.destroyForcibly().waitFor();
        await(() -> bastion.connectionsClosed.get() > before);
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (!condition.holds() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(condition.holds()).isTrue();
    }

    /** Whoever hears of the end takes locks that others hold while they write into this connection. */
    @Test
    void aConnectionThatBreaksUnderAWriteEndsOutsideOfItsEncoder() throws Exception {
        CompletableFuture<Boolean> endedWhileEncoding = new CompletableFuture<>();
        bastion.own = output -> new BreakingInput(output, endedWhileEncoding);
        alice().run("typed".getBytes(StandardCharsets.UTF_8), "own");
        assertThat(endedWhileEncoding.get(180, TimeUnit.SECONDS)).isFalse();
    }

    /** Nothing more can be written to the person once they have typed something, and then something is. */
    private static final class BreakingInput extends QuietInput {
        private final TerminalOutput output;
        private final CompletableFuture<Boolean> endedWhileEncoding;

        BreakingInput(TerminalOutput output, CompletableFuture<Boolean> endedWhileEncoding) {
            this.output = output;
            this.endedWhileEncoding = endedWhileEncoding;
        }

        private Session session() {
            return ((Channel) output).getSession();
        }

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            try {
                ((Nio2Session) session().getIoSession()).getSocket().shutdownOutput();
            } catch (IOException e) {
                endedWhileEncoding.completeExceptionally(e);
            }
            output.output(bytes, offset, length, done);
        }

        @Override
        public void close() {
            endedWhileEncoding.complete(((Wire) session()).isEncoding());
        }
    }

    @Test
    void silentConnectionEndsAfterTheGraceTime() throws Exception {
        SshActivationSpec spec = TestingBastion.anyPort();
        spec.setLoginGraceSeconds(2);
        try (TestingBastion hasty = new TestingBastion(spec);
                Socket silent = new Socket(InetAddress.getLoopbackAddress(), hasty.port)) {
            hungUp(silent);
        }
    }

    /** Who holds all places keeps nobody out. */
    @Test
    void whereThereIsNoPlaceTheLongestWaitingConnectionMakesRoom() throws Exception {
        SshActivationSpec spec = TestingBastion.anyPort();
        spec.setMostUnauthenticatedPerAddress(2);
        try (TestingBastion small = new TestingBastion(spec);
                Socket first = new Socket(InetAddress.getLoopbackAddress(), small.port)) {
            small.target = sshd::target;
            assertThat(first.getInputStream().read()).isEqualTo('S');
            try (Socket second = new Socket(InetAddress.getLoopbackAddress(), small.port)) {
                assertThat(second.getInputStream().read()).isEqualTo('S');
                OpenSsh.Result result =
                        new OpenSsh("alice", small.port).password("right").run(NOTHING, "echo in");
                assertThat(result.text()).isEqualTo("in\n");
                hungUp(first);
            }
        }
    }

    /** Returns when the server has. */
    private static void hungUp(Socket socket) throws IOException {
        socket.setSoTimeout(60_000);
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            // that way, too
        }
    }

    @Test
    void tooManyFailuresEndTheConnection() throws Exception {
        SshActivationSpec spec = TestingBastion.anyPort();
        spec.setMostAuthenticationFailures(2);
        try (TestingBastion strict = new TestingBastion(spec)) {
            OpenSsh.Result result = new OpenSsh("alice", strict.port)
                    .password("wrong")
                    .option("-o", "NumberOfPasswordPrompts=5")
                    .run(NOTHING, "true");
            assertThat(result.error()).contains("too many authentication failures");
        }
    }

    @Test
    void garbageAndPortScansHarmNobody() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 30; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bastion.port)) {
                byte[] garbage = new byte[random.nextInt(4_000)];
                random.nextBytes(garbage);
                socket.getOutputStream()
                        .write(i % 3 == 0 ? "SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII) : NOTHING);
                socket.getOutputStream().write(garbage);
            } catch (IOException hungUp) {
                // the server may be faster
            }
        }
        assertThat(alice().run(NOTHING, "echo alive").text()).isEqualTo("alive\n");
    }
}
