package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.TestingOutput;
import gatehouse.connector.spi.TestingPort;
import gatehouse.connector.spi.TrustCheck;
import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.tunnel.ListenRequest;
import gatehouse.connector.spi.tunnel.Listening;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets that listen for a client ({@code ssh -R}), with the real client and the real server. */
class ListeningTest {
    private static final byte[] NOTHING = new byte[0];
    private static final int PATIENCE_SECONDS = 180;

    private static TestingSshd sshd;
    private static TestingBastion bastion;

    @BeforeAll
    static void start() throws Exception {
        sshd = new TestingSshd();
        bastion = new TestingBastion(TestingBastion.anyPort());
        bastion.target = ListeningTest::target;
    }

    @AfterAll
    static void stop() throws Exception {
        bastion.close();
        sshd.close();
    }

    private static OutboundTarget target() {
        return target(Duration.ofMinutes(3));
    }

    private static OutboundTarget target(Duration timeout) {
        TrustCheck trusting = (host, at, type, fingerprint, key) -> new TrustCheck.Verdict.Trusted();
        Credential password = new Credential.Password(Secret.ofString("deploy-secret"));
        return OutboundTarget.direct(
                new Endpoint("127.0.0.1", sshd.port, "deploy", List.of(password), trusting, Map.of()), timeout);
    }

    private static OpenSsh alice() {
        return new OpenSsh("alice", bastion.port).password("right").option("-o", "ExitOnForwardFailure=yes");
    }

    /** Sends back what it gets, in capitals of its own. */
    private static final class Echo implements TunnelFlow {
        private final TunnelFlow back;

        Echo(TunnelFlow back) {
            this.back = back;
        }

        @Override
        public void bytes(byte[] bytes, int offset, int length, Completion done) {
            back.bytes(bytes, offset, length, done);
        }

        @Override
        public void end() {
            back.end();
        }

        @Override
        public void close() {
            back.close();
        }
    }

    @Test
    void clientIsBroughtWhatArrivesAtTheTarget() throws Exception {
        try (TestingPort remote = new TestingPort();
                ServerSocket local = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answering = CompletableFuture.runAsync(
                    () -> {
                        try (Socket accepted = local.accept()) {
                            byte[] all = accepted.getInputStream().readAllBytes();
                            accepted.getOutputStream().write(all);
                            accepted.getOutputStream().write("-back".getBytes(StandardCharsets.US_ASCII));
                        } catch (IOException failure) {
                            throw new java.io.UncheckedIOException(failure);
                        }
                    },
                    Thread::startVirtualThread);
            OpenSsh.Result result = alice().option("-R", remote.number() + ":127.0.0.1:" + local.getLocalPort())
                    .run(
                            NOTHING,
                            "perl -MIO::Socket -e '$s = IO::Socket::INET->new(\"127.0.0.1:" + remote.number()
                                    + "\"); print $s \"there\"; $s->shutdown(1); print <$s>'");
            assertThat(result.text()).as(result.error()).isEqualTo("there-back");
            answering.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void commandStartsOnceTheTargetListens() throws Exception {
        bastion.opened.clear();
        OpenSsh.Result result = alice().option("-R", "0:127.0.0.1:1").run(NOTHING, "true");
        assertThat(result.exit()).as(result.error()).isZero();
        assertThat(bastion.opened).containsExactly("listening", "terminal");
    }

    @Test
    void refusalReachesTheClientInTheOrderOfItsRequests() throws Exception {
        OpenSsh.Result result = alice().option("-R", "0:127.0.0.1:1")
                .option("-R", "forbidden.test:0:127.0.0.1:1")
                .run(NOTHING, "true");
        assertThat(result.exit()).isEqualTo(255);
        assertThat(result.error()).contains("remote port forwarding failed");
    }

    @Test
    void socketsInTheFileSystemAreNotForwarded(@TempDir Path directory) throws Exception {
        OpenSsh.Result result = alice().option("-R", directory.resolve("socket") + ":127.0.0.1:1")
                .run(NOTHING, "true");
        assertThat(result.exit()).isEqualTo(255);
        assertThat(result.error()).contains("remote port forwarding failed");
    }

    @Test
    void targetChoosesAPortAndStopsListeningWhenToldTo() throws Exception {
        try (TerminalConnection wire = bastion.connector.connect(target())) {
            Listening listening = wire.listen(
                            new ListenRequest("localhost", 0),
                            (arrival, back) -> CompletableFuture.completedFuture(new Echo(back)))
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(listening.port()).isPositive();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listening.port())) {
                socket.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                assertThat(socket.getInputStream().readAllBytes()).asString().isEqualTo("hello");
            }
            listening.close();
            awaitRefusal(listening.port());
        }
    }

    private static void awaitRefusal(int port) throws Exception {
        for (int i = 0; i < 3600; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
            } catch (ConnectException refused) {
                return;
            } catch (SocketException closing) {
                // it stopped listening while this connected: the next one is refused
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("the target still listens on " + port);
    }

    @Test
    void takenPortIsAProblemOfTheTarget() throws Exception {
        try (TerminalConnection wire = bastion.connector.connect(target());
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> wire.listen(
                                    new ListenRequest("127.0.0.1", taken.getLocalPort()),
                                    (arrival, back) -> CompletableFuture.completedFuture(back))
                            .toCompletableFuture()
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            ExecutionException.class,
                            failure -> assertThat(((ProblemException) failure.getCause()).code())
                                    .isEqualTo(SshProblem.LISTENING_REFUSED));
        }
    }

    /** The process of the target's server that serves this wire. */
    private static String server(TerminalConnection wire) throws Exception {
        TestingOutput output = new TestingOutput();
        wire.open(TerminalRequest.exec("echo $PPID."), output);
        output.awaitEnd();
        return output.text().substring(0, output.text().indexOf('.'));
    }

    private static void signal(String name, String process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, process)
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    private static CompletableFuture<Listening> listen(TerminalConnection wire, int port) {
        return wire.listen(
                        new ListenRequest("127.0.0.1", port),
                        (arrival, back) -> CompletableFuture.completedFuture(new Echo(back)))
                .toCompletableFuture();
    }

    private static ThrowingConsumer<Throwable> problem(SshProblem code) {
        return failure -> assertThat(failure)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class, why -> assertThat(why.code()).isEqualTo(code));
    }

    @Test
    void targetThatDiesBeforeItAnswersIsLost() throws Exception {
        try (TerminalConnection wire = bastion.connector.connect(target())) {
            String server = server(wire);
            signal("STOP", server);
            CompletableFuture<Listening> first = listen(wire, 0);
            CompletableFuture<Listening> second = listen(wire, 0);
            signal("KILL", server);

            assertThatThrownBy(() -> first.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .satisfies(problem(SshProblem.CONNECTION_LOST));
            assertThatThrownBy(() -> second.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .satisfies(problem(SshProblem.CONNECTION_LOST));
        }
    }

    /** The sign-in and the last answer have no more time than the answer that never comes: enough for a busy machine. */
    @Test
    void targetThatAnswersTooLateDoesNotListen() throws Exception {
        try (TestingPort held = new TestingPort();
                TerminalConnection wire = bastion.connector.connect(target(Duration.ofSeconds(20)))) {
            String server = server(wire);
            int port = held.number();
            signal("STOP", server);
            CompletableFuture<Listening> listening = listen(wire, port);
            assertThatThrownBy(() -> listening.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .satisfies(problem(SshProblem.TIMEOUT));

            signal("CONT", server);
            // answered in order: by then it has listened and has been told to stop
            server(wire);
            awaitRefusal(port);
            listen(wire, port).get(PATIENCE_SECONDS, TimeUnit.SECONDS).close();
        }
    }
}
