package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TrustCheck;
import gatehouse.connector.spi.WindowSize;
import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.ssh.wire.Wire;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.io.nio2.Nio2Session;
import org.apache.sshd.common.session.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inbound server with the real ssh client, and with peers that are no clients at all. */
class SshServerTest {
    private static final byte[] NOTHING = new byte[0];

    private static TestingSshd sshd;
    private static TestingBastion bastion;

    @BeforeAll
    static void start() throws Exception {
        sshd = new TestingSshd();
        bastion = new TestingBastion(TestingBastion.anyPort());
        bastion.target = SshServerTest::target;
    }

    @AfterAll
    static void stop() throws Exception {
        bastion.close();
        sshd.close();
    }

    private static OutboundTarget target() {
        return target(sshd.port, "deploy", "deploy-secret");
    }

    private static OutboundTarget target(int port, String user, String secret) {
        TrustCheck trusting = (host, at, type, fingerprint, key) -> new TrustCheck.Verdict.Trusted();
        Credential password = new Credential.Password(Secret.ofString(secret));
        return OutboundTarget.direct(
                new Endpoint("127.0.0.1", port, user, List.of(password), trusting, Map.of()), Duration.ofMinutes(3));
    }

    private static OpenSsh alice() {
        return new OpenSsh("alice", bastion.port).password("right");
    }

    @Test
    void rightPasswordRunsACommand() throws Exception {
        OpenSsh.Result result = alice().run(NOTHING, "echo out; echo err >&2; exit 7");
        assertThat(result.text()).isEqualTo("out\n");
        assertThat(result.error()).isEqualTo("err\n");
        assertThat(result.exit()).isEqualTo(7);
    }

    @Test
    void wrongPasswordIsRefused() throws Exception {
        OpenSsh.Result result =
                new OpenSsh("alice", bastion.port).password("wrong").run(NOTHING, "true");
        assertThat(result.exit()).isEqualTo(255);
        assertThat(result.error()).contains("Permission denied (publickey,password,keyboard-interactive)");
    }

    @Test
    void aSignInThatCannotBeJudgedSaysWhy() throws Exception {
        OpenSsh.Result outage =
                new OpenSsh("outage", bastion.port).password("right").run(NOTHING, "true");
        OpenSsh.Result defect =
                new OpenSsh("defect", bastion.port).password("right").run(NOTHING, "true");
        OpenSsh.Result crowd =
                new OpenSsh("crowd", bastion.port).password("right").run(NOTHING, "true");
        assertThat(outage.exit()).isEqualTo(255);
        assertThat(crowd.error()).contains("too many at once");
        assertThat(outage.error()).contains("come back later");
        assertThat(defect.error()).contains("the server's log says more").doesNotContain("only for the log");
    }

    @Test
    void secondFactorIsAskedOnTheSameConnection() throws Exception {
        int before = bastion.signIns.get();
        OpenSsh.Result result =
                new OpenSsh("carol", bastion.port).password("right").run(NOTHING, "echo hello");
        assertThat(result.text()).isEqualTo("hello\n");
        assertThat(bastion.signIns.get()).isEqualTo(before + 1);
    }

    @Test
    void keyboardInteractiveAloneAsksForPasswordAndCode() throws Exception {
        OpenSsh.Result result = new OpenSsh("carol", bastion.port)
                .password("right")
                .option("-o", "PreferredAuthentications=keyboard-interactive")
                .run(NOTHING, "echo hello");
        assertThat(result.text()).isEqualTo("hello\n");
    }

    @Test
    void acceptedKeySignsInAndOthersDoNot() throws Exception {
        OpenSsh withKey = new OpenSsh("bob", bastion.port)
                .option("-i", sshd.clientKey().toString(), "-o", "PreferredAuthentications=publickey");
        assertThat(withKey.run(NOTHING, "true").exit()).isEqualTo(255);
        bastion.acceptedKeys.add(sshd.clientKeyBlob());
        try {
            assertThat(withKey.run(NOTHING, "echo key").text()).isEqualTo("key\n");
        } finally {
            bastion.acceptedKeys.clear();
        }
    }

    @Test
    void bytesArriveWholeInBothDirections() throws Exception {
        byte[] sent = new byte[40_000_000];
        new Random(3).nextBytes(sent);
        OpenSsh.Result result = alice().run(sent, "cat");
        assertThat(hash(result.output())).isEqualTo(hash(sent));
    }

    /** Whoever hears of the end takes locks that others hold while they write into this connection. */
    @Test
    void aConnectionThatBreaksUnderAWriteEndsOutsideOfItsEncoder() throws Exception {
        CompletableFuture<Boolean> endedWhileEncoding = new CompletableFuture<>();
        bastion.own = output -> new BreakingInput(output, endedWhileEncoding);
        alice().run("typed".getBytes(StandardCharsets.UTF_8), "own");
        assertThat(endedWhileEncoding.get(30, TimeUnit.SECONDS)).isFalse();
    }

    /** Nothing more can be written to the person once they have typed something, and then something is. */
    private record BreakingInput(TerminalOutput output, CompletableFuture<Boolean> endedWhileEncoding)
            implements TerminalInput {
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
        public void endOfInput() {}

        @Override
        public void resize(WindowSize size) {}

        @Override
        public void signal(String name) {}

        @Override
        public void close() {
            endedWhileEncoding.complete(((Wire) session()).isEncoding());
        }
    }

    private static byte[] hash(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    @Test
    void shellWithoutTerminalEndsWithItsInput() throws Exception {
        OpenSsh.Result result = alice().option("-T").run("echo from shell; exit 5\n".getBytes(StandardCharsets.UTF_8));
        assertThat(result.text()).contains("from shell");
        assertThat(result.exit()).isEqualTo(5);
    }

    @Test
    void onlyHarmlessVariablesPass() throws Exception {
        OpenSsh.Result result = alice().option("-o", "SetEnv=LC_GATE=yes", "-o", "SetEnv=LD_PRELOAD=/evil.so")
                .run(NOTHING, "echo $LC_GATE-$LD_PRELOAD");
        assertThat(result.text()).isEqualTo("yes-\n");
    }

    @Test
    void failedOpeningSaysWhyAndExitsWith255() throws Exception {
        bastion.target = () -> target(1, "deploy", "x");
        try {
            OpenSsh.Result result = alice().run(NOTHING, "true");
            assertThat(result.exit()).isEqualTo(255);
            assertThat(result.error()).contains("refused the connection").contains("(REFUSED)");
        } finally {
            bastion.target = SshServerTest::target;
        }
    }

    /** ESC, C1 controls and what turns a line around may come from a target, a platform or an administrator. */
    @Test
    void whyATerminalEndsIsShownInOneLineThatSteersNothing() throws Exception {
        bastion.target = () -> {
            throw SshProblem.REFUSED.problem("lunch\u001b]52;c;eA==\u0007\r\nback \u009b2J \u202e soon, see \\s");
        };
        try {
            OpenSsh.Result result = alice().run(NOTHING, "true");
            assertThat(result.error())
                    .contains("lunch\\u{1b}]52;c;eA==\\u{7}\\r\\nback \\u{9b}2J \\u{202e} soon, see \\s (REFUSED)")
                    .doesNotContain("\u001b", "\u009b", "\u202e");
        } finally {
            bastion.target = SshServerTest::target;
        }
    }

    @Test
    void agentForwardingIsNotGranted() throws Exception {
        OpenSsh.Result result = alice().option("-A").run(NOTHING, "echo agent:$SSH_AUTH_SOCK");
        assertThat(result.text()).isEqualTo("agent:\n");
    }

    @Test
    void forwardedConnectionIsRelayedThroughTheTarget() throws Exception {
        byte[] sent = new byte[5_000_000];
        new Random(9).nextBytes(sent);
        try (ServerSocket echo = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answering = threads.submit(() -> {
                try (Socket accepted = echo.accept()) {
                    byte[] all = accepted.getInputStream().readAllBytes(); // until the half-close arrives
                    accepted.getOutputStream().write(all);
                }
                return null;
            });
            OpenSsh.Result result =
                    alice().option("-W", "127.0.0.1:" + echo.getLocalPort()).run(sent);
            answering.get(60, TimeUnit.SECONDS);
            assertThat(hash(result.output())).isEqualTo(hash(sent));
        }
    }

    @Test
    void prohibitedForwardingIsRefused() throws Exception {
        OpenSsh.Result result =
                alice().option("-o", "LogLevel=INFO", "-W", "forbidden.test:80").run(NOTHING);
        assertThat(result.exit()).isEqualTo(255);
        assertThat(result.error()).contains("open failed: administratively prohibited: no");
        assertThat(result.error()).contains("forwarding failed");
    }

    @Test
    void jumpingToAnAssetEndsInAnInnerServerWithACertifiedHostKey(@TempDir Path directory) throws Exception {
        Path known = directory.resolve("known_hosts");
        Files.writeString(known, "@cert-authority *.test " + bastion.identities.get("ssh-host-ca") + "\n");
        String jump = "ssh -F /dev/null -o UserKnownHostsFile=/dev/null -o StrictHostKeyChecking=no -o LogLevel=ERROR"
                + " -W %h:%p -p " + bastion.port + " alice@127.0.0.1";
        OpenSsh.Result result = new OpenSsh("root", "Web-1.test", 22)
                .password("right")
                .option("-o", "UserKnownHostsFile=" + known, "-o", "StrictHostKeyChecking=yes")
                .option("-o", "ProxyCommand=" + jump)
                .run("typed".getBytes(StandardCharsets.UTF_8), "cat; echo in; exit 6");
        assertThat(result.error()).isEmpty();
        assertThat(result.text()).isEqualTo("typedin\n");
        assertThat(result.exit()).isEqualTo(6);
        assertThat(bastion.innerLogins).containsExactly("root");
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

    @Test
    void twoHundredSignInsAtOnceAllSucceed() throws Exception {
        List<CompletableFuture<TerminalConnection>> opening = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                opening.add(CompletableFuture.supplyAsync(
                        () -> bastion.connector.connect(target(bastion.port, "alice", "right")), threads));
            }
            for (CompletableFuture<TerminalConnection> opened : opening) {
                opened.get(180, TimeUnit.SECONDS).close();
            }
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
            } catch (java.io.IOException hungUp) {
                // the server may be faster
            }
        }
        assertThat(alice().run(NOTHING, "echo alive").text()).isEqualTo("alive\n");
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
            small.target = SshServerTest::target;
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
    private static void hungUp(Socket socket) throws java.io.IOException {
        socket.setSoTimeout(60_000);
        try {
            socket.getInputStream().readAllBytes();
        } catch (java.net.SocketException reset) {
            // that way, too
        }
    }

    private static byte[] readAll(Socket socket) {
        try {
            return socket.getInputStream().readAllBytes();
        } catch (java.io.IOException reset) {
            return NOTHING;
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
    void clientBehindATrustedProxyHasItsOwnAddress() throws Exception {
        SshActivationSpec spec = TestingBastion.anyPort();
        spec.setProxyProtocolFrom("127.0.0.0/8, ::1");
        try (TestingBastion behind = new TestingBastion(spec)) {
            behind.target = SshServerTest::target;
            String header = "PROXY TCP4 203.0.113.9 127.0.0.1 4711 2222\\r\\n";
            OpenSsh.Result result = new OpenSsh("alice", behind.port)
                    .password("right")
                    .option(
                            "-o",
                            "ProxyCommand=bash -c 'exec 3<>/dev/tcp/127.0.0.1/" + behind.port + "; printf \"" + header
                                    + "\" >&3; cat <&3 & exec cat >&3'")
                    .run(NOTHING, "echo proxied");
            assertThat(result.text()).isEqualTo("proxied\n");
            assertThat(behind.origins).singleElement().satisfies(origin -> {
                assertThat(origin.address()).isEqualTo("203.0.113.9");
                assertThat(origin.port()).isEqualTo(4711);
            });
            try (Socket direct = new Socket(InetAddress.getLoopbackAddress(), behind.port)) {
                direct.setSoTimeout(1_000);
                direct.getOutputStream().write("SSH-2.0-direct\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(readAll(direct), StandardCharsets.ISO_8859_1))
                        .doesNotContain("ssh-ed25519");
            }
        }
    }

    @Test
    void passwordsOfStrangeShapesAreHandled() throws Exception {
        for (String password : List.of("", "ü密码", "x".repeat(4_000))) {
            assertThatThrownBy(() -> bastion.connector.connect(target(bastion.port, "alice", password)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.code()).isEqualTo(SshProblem.AUTHENTICATION_FAILED));
        }
    }
}
