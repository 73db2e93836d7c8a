package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalContract;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.TestingConnectionManager;
import gatehouse.connector.spi.TestingOutput;
import gatehouse.connector.spi.TestingPort;
import gatehouse.connector.spi.TrustCheck;
import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.Hop;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.connector.spi.tunnel.Arrivals;
import gatehouse.connector.spi.tunnel.ListenRequest;
import gatehouse.connector.spi.tunnel.Listening;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outbound connector against a real OpenSSH server. */
class SshConnectorTest extends TerminalContract {
    private static final TrustCheck TRUSTING = (host, port, type, fingerprint, key) -> new TrustCheck.Verdict.Trusted();
    private static final TrustCheck REFUSING =
            (host, port, type, fingerprint, key) -> new TrustCheck.Verdict.Refused("another key");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Credential RIGHT = new Credential.Password(Secret.ofString("deploy-secret"));

    private static TestingSshd sshd;
    private static SshResourceAdapter adapter;
    private static TerminalConnectionFactory connector;

    @BeforeAll
    static void start() throws Exception {
        sshd = new TestingSshd("KbdInteractiveAuthentication yes");
        adapter = new SshResourceAdapter();
        adapter.start(null);
        SshManagedConnectionFactory factory = new SshManagedConnectionFactory();
        factory.setResourceAdapter(adapter);
        connector = (TerminalConnectionFactory) factory.createConnectionFactory(new TestingConnectionManager());
    }

    @AfterAll
    static void stop() {
        adapter.stop();
        sshd.close();
    }

    @Override
    protected TerminalConnection connect() {
        return connector.connect(target(TRUSTING, RIGHT));
    }

    @Override
    protected long window() {
        return 2L * 1024 * 1024;
    }

    private static OutboundTarget target(TrustCheck trust, Credential... credentials) {
        return target(sshd.port, trust, credentials);
    }

    private static OutboundTarget target(int port, TrustCheck trust, Credential... credentials) {
        return OutboundTarget.direct(
                new Endpoint("127.0.0.1", port, "deploy", List.of(credentials), trust, Map.of()), PATIENCE);
    }

    private static ProblemException failure(OutboundTarget target) {
        return catchThrowableOfType(ProblemException.class, () -> connector.connect(target));
    }

    @Test
    void privateKeySignsIn() throws Exception {
        Secret key = Secret.ofString(Files.readString(sshd.clientKey()));
        try (TerminalConnection connection =
                connector.connect(target(TRUSTING, new Credential.PrivateKey(key, Optional.empty())))) {
            assertThat(connection.serverVersion()).contains("OpenSSH");
        }
    }

    @Test
    void keysOfEveryFormAndKindAreRead(@TempDir Path directory) throws Exception {
        for (String[] kind : new String[][] {
            {"-t", "ed25519"},
            {"-t", "ecdsa", "-b", "384"},
            {"-t", "rsa", "-b", "2048"},
            {"-t", "rsa", "-b", "2048", "-m", "PEM"},
            {"-t", "ecdsa", "-m", "PKCS8"}
        }) {
            for (String passphrase : new String[] {"", "open sesame"}) {
                Path file = Files.createTempDirectory(directory, "key").resolve("key");
                List<String> command =
                        new java.util.ArrayList<>(List.of("ssh-keygen", "-q", "-N", passphrase, "-f", file.toString()));
                command.addAll(List.of(kind));
                assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                        .isZero();
                Optional<Secret> opener =
                        passphrase.isEmpty() ? Optional.empty() : Optional.of(Secret.ofString(passphrase));
                Credential key = new Credential.PrivateKey(Secret.ofString(Files.readString(file)), opener);
                // readable, and then refused by a server that does not know it
                assertThat(failure(target(TRUSTING, key)).code())
                        .as(command.toString())
                        .isEqualTo(SshProblem.AUTHENTICATION_FAILED);
            }
        }
    }

    @Test
    void wrongPassphraseNamesTheKeyNotThePassphrase(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("key");
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "right one", "-f", file.toString())
                .inheritIO()
                .start()
                .waitFor();
        Credential key = new Credential.PrivateKey(
                Secret.ofString(Files.readString(file)), Optional.of(Secret.ofString("wrong one")));
        ProblemException problem = failure(target(TRUSTING, key));
        assertThat(problem.code()).isEqualTo(SshProblem.KEY_UNREADABLE);
        assertThat(problem).hasStackTraceContaining("passphrase").hasMessageNotContaining("wrong one");
    }

    @Test
    void wrongPasswordIsAnAuthenticationProblem() {
        ProblemException problem = failure(target(TRUSTING, new Credential.Password(Secret.ofString("wrong"))));
        assertThat(problem.code()).isEqualTo(SshProblem.AUTHENTICATION_FAILED);
        assertThat(problem.detail()).contains("deploy@127.0.0.1").doesNotContain("wrong");
    }

    @Test
    void untrustedHostKeyIsRefusedBeforeAnySecretIsSent() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        TrustCheck refusing = (host, port, type, fingerprint, key) -> {
            asked.add(type + " " + fingerprint);
            return new TrustCheck.Verdict.Refused("the host key has changed");
        };
        ProblemException problem = failure(target(refusing, RIGHT));
        assertThat(problem.code()).isEqualTo(SshProblem.HOST_KEY_REFUSED);
        assertThat(problem.detail()).isEqualTo("the host key has changed");
        assertThat(asked).singleElement().asString().startsWith("ssh-ed25519 SHA256:");
    }

    @Test
    void nothingListeningIsRefused() throws Exception {
        try (TestingPort quiet = new TestingPort()) {
            assertThat(failure(target(quiet.number(), TRUSTING, RIGHT)).code()).isEqualTo(SshProblem.REFUSED);
        }
    }

    @Test
    void serverThatNeverSpeaksTimesOut() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            OutboundTarget target = OutboundTarget.direct(
                    new Endpoint("127.0.0.1", silent.getLocalPort(), "deploy", List.of(RIGHT), TRUSTING, Map.of()),
                    Duration.ofMillis(300));
            assertThat(failure(target).code()).isEqualTo(SshProblem.TIMEOUT);
        }
    }

    @Test
    void serverThatHangsUpIsNamed() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try {
                    rude.accept().close();
                } catch (java.io.IOException closed) {
                    // the test is over
                }
            });
            assertThat(failure(target(rude.getLocalPort(), TRUSTING, RIGHT)).code())
                    .isEqualTo(SshProblem.NEGOTIATION_FAILED);
        }
    }

    @Test
    void unknownNameIsUnreachable() {
        OutboundTarget target = OutboundTarget.direct(
                new Endpoint("no-such-host.invalid", 22, "deploy", List.of(RIGHT), TRUSTING, Map.of()), PATIENCE);
        assertThat(failure(target).code()).isEqualTo(SshProblem.UNREACHABLE);
    }

    @Test
    void legacyAlgorithmsAreOfferedOnlyWhereAllowed() throws Exception {
        try (TestingSshd old =
                new TestingSshd("KexAlgorithms diffie-hellman-group14-sha1", "Ciphers aes128-cbc", "MACs hmac-sha1")) {
            assertThat(failure(target(old.port, TRUSTING, RIGHT)).code()).isEqualTo(SshProblem.NEGOTIATION_FAILED);
            OutboundTarget allowed = OutboundTarget.direct(
                    new Endpoint(
                            "127.0.0.1",
                            old.port,
                            "deploy",
                            List.of(RIGHT),
                            TRUSTING,
                            Map.of("legacy_algorithms", "true")),
                    PATIENCE);
            connector.connect(allowed).close();
        }
    }

    /** OpenSSH tells the exit status at once, whoever still holds the program's output. */
    @Test
    void theExitStatusComesAfterAllOutput() throws Exception {
        TestingOutput output = new TestingOutput();
        try (TerminalConnection connection = connect()) {
            open(connection, TerminalRequest.exec("(sleep 0.5; echo late) & exit 3"), output);
            output.awaitEnd();
        }
        assertThat(output.text()).isEqualTo("late\n");
        assertThat(output.exit()).contains(new ExitStatus.Code(3));
    }

    @Test
    void aPortOfATargetIsListenedOnByOneAddressOnly() throws Exception {
        Arrivals nobody = (arrival, back) -> CompletableFuture.failedFuture(new IllegalStateException("not expected"));
        try (TestingSshd anyAddress = new TestingSshd("GatewayPorts clientspecified");
                TerminalConnection connection = connector.connect(target(anyAddress.port, TRUSTING, RIGHT))) {
            Listening first = connection
                    .listen(new ListenRequest("127.0.0.1", 0), nobody)
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            ListenRequest again = new ListenRequest("127.0.0.2", first.port());

            assertThat(connection.listen(again, nobody).toCompletableFuture())
                    .failsWithin(PATIENCE)
                    .withThrowableThat()
                    .withMessageContaining("by another address");

            first.close();
            assertThat(connection.listen(again, nobody).toCompletableFuture()).succeedsWithin(PATIENCE);
        }
    }

    @Test
    void ofTwoAddressesAskedForAtOnceOneIsListenedOn() throws Exception {
        Arrivals nobody = (arrival, back) -> CompletableFuture.failedFuture(new IllegalStateException("not expected"));
        try (TestingPort port = new TestingPort();
                TestingSshd anyAddress = new TestingSshd("GatewayPorts clientspecified");
                TerminalConnection connection = connector.connect(target(anyAddress.port, TRUSTING, RIGHT))) {
            CompletableFuture<Listening> first = connection
                    .listen(new ListenRequest("127.0.0.1", port.number()), nobody)
                    .toCompletableFuture();
            CompletableFuture<Listening> second = connection
                    .listen(new ListenRequest("127.0.0.2", port.number()), nobody)
                    .toCompletableFuture();

            assertThat(first).succeedsWithin(PATIENCE);
            assertThat(second).failsWithin(PATIENCE).withThrowableThat().withMessageContaining("by another address");
        }
    }

    private static Endpoint endpoint(int port, Credential credential) {
        return new Endpoint("127.0.0.1", port, "deploy", List.of(credential), TRUSTING, Map.of());
    }

    @Test
    void gatewaysAreHoppedThroughAndFailOver() throws Exception {
        Credential wrong = new Credential.Password(Secret.ofString("wrong"));
        List<String> news = new CopyOnWriteArrayList<>();
        try (TestingSshd first = new TestingSshd();
                TestingSshd second = new TestingSshd()) {
            OutboundTarget target = new OutboundTarget(
                    endpoint(sshd.port, RIGHT),
                    List.of(
                            new Hop(
                                    List.of(
                                            endpoint(1, RIGHT),
                                            endpoint(first.port, wrong),
                                            endpoint(first.port, RIGHT),
                                            endpoint(second.port, RIGHT)),
                                    (gateway, attempt) -> news.add(gateway + " " + attempt.outcome())),
                            new Hop(List.of(endpoint(second.port, RIGHT)))),
                    PATIENCE,
                    Optional.empty());
            TestingOutput output = new TestingOutput();
            try (TerminalConnection connection = connector.connect(target)) {
                open(connection, TerminalRequest.exec("head -c 30000000 /dev/zero; exit 4"), output);
                output.awaitEnd();
            }
            assertThat(news).containsExactly("0 FAILED", "1 TURNED_AWAY", "2 PASSED");
            assertThat(output.bytes()).isEqualTo(30_000_000);
            assertThat(output.exit()).contains(new ExitStatus.Code(4));
        }
    }

    @Test
    void aGatewayIsLookedAtWithoutSigningIn() throws Exception {
        Endpoint stopped;
        try (TestingSshd gateway = new TestingSshd()) {
            Endpoint known = new Endpoint("127.0.0.1", gateway.port, "nobody", List.of(), TRUSTING, Map.of());
            Endpoint changed = new Endpoint("127.0.0.1", gateway.port, "nobody", List.of(), REFUSING, Map.of());

            assertThat(connector.probe(known, List.of(), PATIENCE)).isPositive();
            assertThat(connector.probe(known, List.of(new Hop(List.of(endpoint(sshd.port, RIGHT)))), PATIENCE))
                    .isPositive();
            assertThat(probeFailure(changed, List.of()).code()).isEqualTo(SshProblem.HOST_KEY_REFUSED);
            stopped = known;
        }
        assertThat(probeFailure(stopped, List.of()).code()).isEqualTo(SshProblem.REFUSED);
    }

    @Test
    void aLookAtSomethingThatDoesNotTalkEnds() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Endpoint endpoint = endpoint(silent.getLocalPort(), RIGHT);

            ProblemException failure = catchThrowableOfType(
                    ProblemException.class, () -> connector.probe(endpoint, List.of(), Duration.ofMillis(300)));

            assertThat(failure.code()).isEqualTo(SshProblem.TIMEOUT);
            assertThat(failure.detail()).contains("does not talk SSH in time");
        }
    }

    private static ProblemException probeFailure(Endpoint gateway, List<Hop> hops) {
        return catchThrowableOfType(ProblemException.class, () -> connector.probe(gateway, hops, PATIENCE));
    }

    @Test
    void gatewaysLeadOtherConnectorsOn() throws Exception {
        try (TestingSshd first = new TestingSshd();
                TestingSshd second = new TestingSshd();
                TerminalConnection gateway = connector.gateway(
                        List.of(
                                new Hop(List.of(endpoint(1, RIGHT), endpoint(first.port, RIGHT))),
                                new Hop(List.of(endpoint(second.port, RIGHT)))),
                        PATIENCE)) {
            CompletableFuture<String> banner = new CompletableFuture<>();
            gateway.tunnel("127.0.0.1", sshd.port, new TunnelFlow() {
                        @Override
                        public void bytes(byte[] bytes, int offset, int length, Completion done) {
                            banner.complete(new String(bytes, offset, length, StandardCharsets.US_ASCII));
                            done.complete();
                        }

                        @Override
                        public void end() {
                            banner.complete("end");
                        }

                        @Override
                        public void close() {
                            banner.complete("closed");
                        }
                    })
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(banner.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).startsWith("SSH-2.0-OpenSSH");
        }
    }

    @Test
    void hopWhoseGatewaysAllFailSaysWhy() {
        OutboundTarget target = new OutboundTarget(
                endpoint(sshd.port, RIGHT),
                List.of(new Hop(List.of(endpoint(1, RIGHT), endpoint(2, RIGHT)))),
                PATIENCE,
                Optional.empty());
        ProblemException problem = failure(target);
        assertThat(problem.code()).isEqualTo(SshProblem.GATEWAYS_FAILED);
        assertThat(problem.detail()).contains("deploy@127.0.0.1:1").contains("deploy@127.0.0.1:2");
    }

    @Test
    void lostConnectionIsToldToTheTerminal() throws Exception {
        TestingOutput output = new TestingOutput();
        try (TerminalConnection connection = connect()) {
            open(connection, TerminalRequest.exec("kill -9 $PPID; sleep 600"), output);
            assertThat(output.awaitEnd()).map(ProblemException::code).contains(SshProblem.CONNECTION_LOST);
        }
    }

    @Test
    void secretsNeverPrint() {
        Credential key = new Credential.PrivateKey(
                Secret.ofString("hidden-value"), Optional.of(Secret.ofString("hidden-opener")));
        String printed = target(TRUSTING, RIGHT, key) + " " + key + RIGHT;
        assertThat(printed).doesNotContain("hidden-value", "hidden-opener", "deploy-secret");
    }
}
