package gatehouse.connector.telnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gatehouse.connector.spi.TerminalContract;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.TestingConnectionManager;
import gatehouse.connector.spi.TestingOutput;
import gatehouse.connector.spi.TestingPort;
import gatehouse.connector.spi.TrustCheck;
import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.Dial;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.spi.outbound.TargetProfile;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.telnet.wire.SocketDial;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The connector against GNU inetutils' telnetd, and against peers that no server is. */
class TelnetConnectorTest extends TerminalContract {
    private static final TrustCheck NOT_ASKED = (host, port, type, fingerprint, key) -> {
        throw new AssertionError("telnet has no host keys");
    };
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String RIGHT = "deploy-secret";

    private static TestingTelnetd telnetd;
    private static TelnetResourceAdapter adapter;
    private static TerminalConnectionFactory connector;

    @BeforeAll
    static void start() throws Exception {
        telnetd = new TestingTelnetd("shell");
        adapter = new TelnetResourceAdapter();
        adapter.start(null);
        TelnetManagedConnectionFactory factory = new TelnetManagedConnectionFactory();
        factory.setResourceAdapter(adapter);
        connector = (TerminalConnectionFactory) factory.createConnectionFactory(new TestingConnectionManager());
    }

    @AfterAll
    static void stop() {
        adapter.stop();
        telnetd.close();
    }

    @Override
    protected TerminalConnection connect() {
        return connector.connect(target(telnetd.port, RIGHT));
    }

    @Override
    protected long window() {
        return 64L * 1024;
    }

    @Override
    protected Set<Ability> abilities() {
        return EnumSet.noneOf(Ability.class);
    }

    private static OutboundTarget target(int port, String password) {
        return target(port, password, PATIENCE, Map.of());
    }

    private static OutboundTarget target(int port, String password, Duration patience, Map<String, String> settings) {
        return new OutboundTarget(
                endpoint(port, new Credential.Password(Secret.ofString(password)), settings),
                List.of(),
                patience,
                Optional.empty(),
                new TargetProfile(StandardCharsets.UTF_8, Optional.of(PTY)));
    }

    private static Endpoint endpoint(int port, Credential credential, Map<String, String> settings) {
        return new Endpoint("127.0.0.1", port, "deploy", List.of(credential), NOT_ASKED, settings);
    }

    private static ProblemException failure(OutboundTarget target) {
        return catchThrowableOfType(ProblemException.class, () -> connector.connect(target));
    }

    /** Of a peer that says no more than this. It has been heard before the dialler waits: nobody knows how long that takes. */
    private static ProblemException failureAfter(String words, ScriptedPeer peer) {
        SocketDial sockets = new SocketDial();
        Dial way = (host, port, back) -> {
            HeardFlow listener = new HeardFlow(back, words.length());
            CompletionStage<TunnelFlow> there = sockets.dial(host, port, listener);
            listener.heard.join();
            there.toCompletableFuture().join();
            return there;
        };
        try {
            return failure(new OutboundTarget(
                    endpoint(peer.port(), new Credential.Password(Secret.ofString(RIGHT)), Map.of()),
                    List.of(),
                    Duration.ofMillis(700),
                    Optional.of(way),
                    new TargetProfile(StandardCharsets.UTF_8, Optional.of(PTY))));
        } finally {
            sockets.stop();
        }
    }

    @Test
    void greetingAndPromptAreShownButNeitherNameNorPassword() throws Exception {
        TestingOutput output = new TestingOutput();
        try (TerminalConnection connection = connect()) {
            open(connection, TerminalRequest.shell(PTY), output);
            output.await(seen -> seen.text().contains("deploy@telnet:~$ "));
        }
        assertThat(output.text()).startsWith("Last login: never").doesNotContain("login: deploy", RIGHT);
    }

    @Test
    void wrongPasswordIsAnAuthenticationProblemThatQuotesTheTarget() {
        ProblemException problem = failure(target(telnetd.port, "wrong-one"));
        assertThat(problem.code()).isEqualTo(TelnetProblem.AUTHENTICATION_FAILED);
        assertThat(problem.detail())
                .contains("deploy@127.0.0.1", "Login incorrect")
                .doesNotContain("wrong-one");
    }

    @Test
    void nothingListeningIsRefused() throws Exception {
        try (TestingPort quiet = new TestingPort()) {
            assertThat(failure(target(quiet.number(), RIGHT)).code()).isEqualTo(TelnetProblem.REFUSED);
        }
    }

    @Test
    void unknownNameIsUnreachable() {
        OutboundTarget target = OutboundTarget.direct(
                new Endpoint(
                        "no-such-host.invalid",
                        23,
                        "deploy",
                        List.of(new Credential.Password(Secret.ofString(RIGHT))),
                        NOT_ASKED,
                        Map.of()),
                PATIENCE);
        assertThat(failure(target).code()).isEqualTo(TelnetProblem.UNREACHABLE);
    }

    @Test
    void peerWithoutAPromptIsNamedWithItsLastWords() throws Exception {
        String words = "220 mail.example ESMTP\r\n";
        try (ScriptedPeer peer = new ScriptedPeer(line -> {
            line.say(words);
            line.hearLine();
        })) {
            ProblemException problem = failureAfter(words, peer);
            assertThat(problem.code()).isEqualTo(TelnetProblem.NO_PROMPT);
            assertThat(problem.detail()).contains("220 mail.example ESMTP");
        }
    }

    @Test
    void peerThatHangsUpBeforeItAsksIsNamed() throws Exception {
        try (ScriptedPeer peer = new ScriptedPeer(line -> line.say("too many users\r\n"))) {
            ProblemException problem = failure(target(peer.port(), RIGHT));
            assertThat(problem.code()).isEqualTo(TelnetProblem.CONNECTION_LOST);
            assertThat(problem.detail()).contains("too many users");
        }
    }

    @Test
    void peerThatHangsUpAfterThePasswordHasRefusedIt() throws Exception {
        try (ScriptedPeer peer = new ScriptedPeer(line -> {
            line.say("Password: ");
            line.hearLine();
        })) {
            assertThat(failure(target(peer.port(), RIGHT)).code()).isEqualTo(TelnetProblem.AUTHENTICATION_FAILED);
        }
    }

    @Test
    void bannerThatTalksOfPasswordsGetsNone() throws Exception {
        String words = "Nobody may pass without a password\r\nnor without a login\r\n";
        try (ScriptedPeer peer = new ScriptedPeer(line -> {
            line.say(words);
            line.hearLine();
        })) {
            assertThat(failureAfter(words, peer).code()).isEqualTo(TelnetProblem.NO_PROMPT);
            assertThat(new String(peer.heard(), StandardCharsets.ISO_8859_1)).doesNotContain(RIGHT, "deploy");
        }
    }

    @Test
    void passwordThatADeviceEchoesIsShownToNobody() throws Exception {
        TestingOutput output = new TestingOutput();
        try (ScriptedPeer peer = new ScriptedPeer(line -> {
            line.say("Password: ");
            line.hearLine();
            line.say(RIGHT + "\r\nwelcome\r\nrouter> ");
            line.hearLine();
        })) {
            try (TerminalConnection connection = connector.connect(target(peer.port(), RIGHT))) {
                open(connection, TerminalRequest.shell(PTY), output);
                output.await(seen -> seen.text().contains("router> "));
            }
            assertThat(output.text()).isEqualTo("welcome\r\nrouter> ");
        }
    }

    @Test
    void platformsPromptsInAnotherCharsetAreFound() throws Exception {
        Charset gbk = Charset.forName("GBK");
        try (ScriptedPeer peer = new ScriptedPeer(line -> {
            line.say("请输入帐户：".getBytes(gbk));
            line.hearLine();
            line.say("请输入密码：".getBytes(gbk));
            line.hearLine();
            line.say("\r\n欢迎】".getBytes(gbk));
            line.hearLine();
        })) {
            OutboundTarget target = new OutboundTarget(
                    endpoint(
                            peer.port(),
                            new Credential.Password(Secret.ofString("密码一")),
                            Map.of("username_prompt", "帐户：$", "success_prompt", "】$")),
                    List.of(),
                    PATIENCE,
                    Optional.empty(),
                    new TargetProfile(gbk, Optional.empty()));
            connector.connect(target).close();
            assertThat(new String(peer.heard(), gbk)).contains("密码一");
        }
    }

    @Test
    void promptThatIsNoExpressionIsNamed() {
        ProblemException problem = failure(target(telnetd.port, RIGHT, PATIENCE, Map.of("password_prompt", "(")));
        assertThat(problem.code()).isEqualTo(TelnetProblem.PROMPT_INVALID);
        assertThat(problem.detail()).contains("password_prompt");
    }

    @Test
    void accountWithOnlyAKeyCannotSignIn() {
        Credential key = new Credential.PrivateKey(Secret.ofString("-----BEGIN"), Optional.empty());
        OutboundTarget target = OutboundTarget.direct(endpoint(telnetd.port, key, Map.of()), PATIENCE);
        assertThat(failure(target).code()).isEqualTo(TelnetProblem.CREDENTIAL_UNSUITABLE);
    }

    @Test
    void secondTerminalIsRefused() throws Exception {
        try (TerminalConnection connection = connect()) {
            open(connection, TerminalRequest.shell(PTY), new TestingOutput());
            assertThatThrownBy(() -> open(connection, TerminalRequest.shell(PTY), new TestingOutput()))
                    .hasCauseInstanceOf(ProblemException.class)
                    .hasMessageContaining("one terminal");
        }
    }

    @Test
    void stoppedReaderStopsTheTarget() throws Exception {
        TestingOutput output = new TestingOutput();
        long wanted = 64L * 1024 * 1024;
        try (TerminalConnection connection = connect()) {
            TerminalInput shell = open(connection, TerminalRequest.shell(PTY), output);
            type(
                    shell,
                    "stty -echo -opost; printf '<%s>' on; read -r go; head -c " + wanted
                            + " /dev/zero; printf '<%s>' off\n");
            output.await(seen -> seen.text().contains("<on>"));
            output.countAnew();
            output.hold();
            type(shell, "go\n");
            output.await(seen -> seen.bytes() > 0);
            commandOfTheSameSizeEnds();
            assertThat(output.bytes()).isLessThanOrEqualTo(window());
            output.letGo();
            output.await(seen -> seen.bytes() >= wanted);
        }
    }

    /** By then more would have arrived, if it could. */
    private void commandOfTheSameSizeEnds() throws Exception {
        TestingOutput other = new TestingOutput();
        try (TerminalConnection second = connect()) {
            TerminalInput shell = open(second, TerminalRequest.shell(PTY), other);
            type(shell, "head -c 1000000 /dev/zero | wc -c; exit\n");
            other.awaitEnd();
        }
        assertThat(other.text()).contains("1000000");
    }

    @Test
    void interruptStopsWhatRuns() throws Exception {
        TestingOutput output = new TestingOutput();
        try (TerminalConnection connection = connect()) {
            TerminalInput shell = open(connection, TerminalRequest.shell(PTY), output);
            type(
                    shell,
                    "bash -c 'trap \"exit\" INT; printf \"<%s>\" on; while :; do sleep 0.1; done; printf \"<%s>\" off'\n");
            output.await(seen -> seen.text().contains("<on>"));
            shell.signal("INT");
            type(shell, "printf '<%s>' back\n");
            output.await(seen -> seen.text().contains("<back>"));
        }
        assertThat(output.text()).doesNotContain("<off>").contains("<on>^C");
    }

    @Test
    void deviceWithPromptsOfItsOwnIsEntered() throws Exception {
        TestingOutput output = new TestingOutput();
        try (TestingTelnetd device = new TestingTelnetd("device");
                TerminalConnection connection = connector.connect(target(device.port, RIGHT))) {
            TerminalInput shell = open(connection, TerminalRequest.shell(PTY), output);
            type(shell, "show privilege\r");
            output.await(seen -> seen.text().contains("Current privilege level is 1\r\n"));
        }
    }

    @Test
    void theSessionsOwnWayIsTakenWhereItGivesOne() throws Exception {
        AtomicReference<String> asked = new AtomicReference<>();
        SocketDial sockets = new SocketDial();
        try {
            Dial gateway = (host, port, back) -> {
                asked.set(host + ":" + port);
                return sockets.dial("127.0.0.1", telnetd.port, back);
            };
            OutboundTarget target = new OutboundTarget(
                    new Endpoint(
                            "behind.internal",
                            23,
                            "deploy",
                            List.of(new Credential.Password(Secret.ofString(RIGHT))),
                            NOT_ASKED,
                            Map.of()),
                    List.of(),
                    PATIENCE,
                    Optional.of(gateway));
            connector.connect(target).close();
        } finally {
            sockets.stop();
        }
        assertThat(asked).hasValue("behind.internal:23");
    }

    @Test
    void brokenConnectionIsToldToTheTerminal() throws Exception {
        TestingOutput output = new TestingOutput();
        try (ScriptedPeer peer = new ScriptedPeer(line -> {
            line.say("Password: ");
            line.hearLine();
            line.say("\r\nrouter> ");
            line.hearLine();
            // closing with bytes unread resets the connection
        })) {
            try (TerminalConnection connection = connector.connect(target(peer.port(), RIGHT))) {
                TerminalInput shell = open(connection, TerminalRequest.shell(PTY), output);
                type(shell, "\rmore than it reads");
                assertThat(output.awaitEnd().map(ProblemException::code).orElse(TelnetProblem.CONNECTION_LOST))
                        .isEqualTo(TelnetProblem.CONNECTION_LOST);
            }
        }
    }
}
