package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.kernel.ProblemException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inbound server with the real ssh client; how connections end is in {@link ConnectionEndsTest}. */
class SshServerTest {
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
        bastion.target = () -> TestingTarget.byPassword(1, "deploy", "x");
        try {
            OpenSsh.Result result = alice().run(NOTHING, "true");
            assertThat(result.exit()).isEqualTo(255);
            assertThat(result.error()).contains("refused the connection").contains("(REFUSED)");
        } finally {
            bastion.target = sshd::target;
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
            bastion.target = sshd::target;
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
    void twoHundredSignInsAtOnceAllSucceed() throws Exception {
        List<CompletableFuture<TerminalConnection>> opening = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                opening.add(CompletableFuture.supplyAsync(
                        () -> bastion.connector.connect(TestingTarget.byPassword(bastion.port, "alice", "right")),
                        threads));
            }
            for (CompletableFuture<TerminalConnection> opened : opening) {
                opened.get(180, TimeUnit.SECONDS).close();
            }
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
    void clientBehindATrustedProxyHasItsOwnAddress() throws Exception {
        SshActivationSpec spec = TestingBastion.anyPort();
        spec.setProxyProtocolFrom("127.0.0.0/8, ::1");
        try (TestingBastion behind = new TestingBastion(spec)) {
            behind.target = sshd::target;
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
            assertThatThrownBy(
                            () -> bastion.connector.connect(TestingTarget.byPassword(bastion.port, "alice", password)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.code()).isEqualTo(SshProblem.AUTHENTICATION_FAILED));
        }
    }
}
