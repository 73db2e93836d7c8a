package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gatehouse.connector.spi.TestingConnectionManager;
import gatehouse.connector.spi.TrustCheck;
import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractive;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R3.25: keyboard-interactive sign-in (RFC 4256) at a target that asks. The target is Apache MINA's server: OpenSSH asks nothing without
 * PAM, which an ordinary user cannot configure.
 */
class SshQuestionsTest {
    private static final TrustCheck TRUSTING = (host, port, type, fingerprint, key) -> new TrustCheck.Verdict.Trusted();
    private static final Credential RIGHT = new Credential.Password(Secret.ofString("right"));

    private final List<String> given = new CopyOnWriteArrayList<>();
    private SshServer server;
    private SshResourceAdapter adapter;
    private TerminalConnectionFactory connector;

    @BeforeEach
    void start() throws Exception {
        adapter = new SshResourceAdapter();
        adapter.start(null);
        SshManagedConnectionFactory factory = new SshManagedConnectionFactory();
        factory.setResourceAdapter(adapter);
        connector = (TerminalConnectionFactory) factory.createConnectionFactory(new TestingConnectionManager());
    }

    @AfterEach
    void stop() throws Exception {
        adapter.stop();
        server.stop(true);
    }

    /**
     * Asks these, all at once; whoever answers "right" or the user name to each is let in. An exclamation mark in front: the answer is
     * echoed.
     */
    private void asking(String... questions) throws Exception {
        listen(List.of(List.of(questions)));
    }

    /** The same, but waits for each answer, as PAM does. */
    private void askingOneByOne(String... questions) throws Exception {
        listen(Stream.of(questions).map(List::of).toList());
    }

    private void listen(List<List<String>> rounds) throws Exception {
        Rounds asked = new Rounds(rounds);
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setUserAuthFactories(List.of(new UserAuthKeyboardInteractiveFactory() {
            @Override
            public UserAuthKeyboardInteractive createUserAuth(ServerSession session) {
                return new UserAuthKeyboardInteractive() {
                    @Override
                    protected Boolean doAuth(Buffer buffer, boolean init) throws Exception {
                        Boolean right = super.doAuth(buffer, init);
                        if (!Boolean.TRUE.equals(right) || asked.left.isEmpty()) {
                            return right;
                        }
                        Buffer next = new ByteArrayBuffer();
                        next.putString("language");
                        next.putString("methods");
                        return super.doAuth(next, true);
                    }
                };
            }
        }));
        server.setKeyboardInteractiveAuthenticator(asked);
        server.start();
    }

    private final class Rounds implements KeyboardInteractiveAuthenticator {
        final Deque<List<String>> left;

        Rounds(List<List<String>> rounds) {
            left = new ArrayDeque<>(rounds);
        }

        @Override
        public InteractiveChallenge generateChallenge(
                ServerSession session, String username, String lang, String subMethods) {
            InteractiveChallenge challenge = new InteractiveChallenge();
            challenge.setInteractionName("sign-in");
            for (String question : left.remove()) {
                boolean echo = question.startsWith("!");
                challenge.addPrompt(echo ? question.substring(1) : question, echo);
            }
            return challenge;
        }

        @Override
        public boolean authenticate(ServerSession session, String username, List<String> responses) {
            given.addAll(responses);
            return !responses.isEmpty()
                    && responses.stream().allMatch(answer -> answer.equals("right") || answer.equals("deploy"));
        }
    }

    private OutboundTarget target(Map<String, String> settings, Credential credential) {
        return OutboundTarget.direct(
                new Endpoint("127.0.0.1", server.getPort(), "deploy", List.of(credential), TRUSTING, settings),
                Duration.ofMinutes(3));
    }

    private void signIn(Map<String, String> settings) {
        connector.connect(target(settings, RIGHT)).close();
    }

    private ProblemException failure(Map<String, String> settings, Credential credential) {
        return catchThrowableOfType(ProblemException.class, () -> connector.connect(target(settings, credential)));
    }

    @Test
    void aPasswordAnswersAQuestionForIt() throws Exception {
        asking("Password: ");
        signIn(Map.of());
        assertThat(given).containsExactly("right");
    }

    @Test
    void aPasswordAnswersAGermanQuestionForIt() throws Exception {
        asking("Passwort: ");
        signIn(Map.of());
        assertThat(given).containsExactly("right");
    }

    @Test
    void nameAndPasswordAreAnsweredTogether() throws Exception {
        asking("!用户名：", "口令：");
        signIn(Map.of());
        assertThat(given).containsExactly("deploy", "right");
    }

    @Test
    void nameAndPasswordAreAnsweredOneByOne() throws Exception {
        askingOneByOne("!User name: ", "Enter PASSCODE: ");
        signIn(Map.of());
        assertThat(given).containsExactly("deploy", "right");
    }

    @Test
    void aPlatformSaysWhatItsQuestionsMean() throws Exception {
        asking("Kennung: ", "Geheimwort: ");
        signIn(Map.of("password_question", "^geheim", "username_question", "kennung"));
        assertThat(given).containsExactly("deploy", "right");
    }

    @Test
    void nothingButThePatternOfThePlatformGetsThePassword() throws Exception {
        asking("Password: ");
        ProblemException problem = failure(Map.of("password_question", "^PIN"), RIGHT);
        assertThat(problem.code()).isEqualTo(SshProblem.QUESTION_UNANSWERED);
        assertThat(given).isEmpty();
    }

    @Test
    void aQuestionForANewPasswordIsQuotedAndThePresentOneIsNotSent() throws Exception {
        asking("(current) UNIX password: ", "Enter new UNIX password: ");
        ProblemException problem = failure(Map.of(), RIGHT);
        assertThat(problem.code()).isEqualTo(SshProblem.QUESTION_UNANSWERED);
        assertThat(problem.detail()).contains("\"Enter new UNIX password:\"", "for a new one");
        assertThat(given).isEmpty();
    }

    @Test
    void aPasswordIsNotShownToAQuestionThatEchoes() throws Exception {
        asking("!Password: ");
        ProblemException problem = failure(Map.of(), RIGHT);
        assertThat(problem.code()).isEqualTo(SshProblem.QUESTION_UNANSWERED);
        assertThat(problem.detail()).contains("would show the password", "password_question");
        assertThat(given).isEmpty();
    }

    @Test
    void aPasswordIsShownWhereThePlatformSaysSo() throws Exception {
        asking("!Password: ");
        signIn(Map.of("password_question", "password"));
        assertThat(given).containsExactly("right");
    }

    @Test
    void aQuestionThatNothingAnswersIsQuotedWithTheSettingsForItAndNothingIsSent() throws Exception {
        asking("Password: ", "Code from\u001b[2J your token: ");
        ProblemException problem = failure(Map.of(), RIGHT);
        assertThat(problem.code()).isEqualTo(SshProblem.QUESTION_UNANSWERED);
        assertThat(problem.detail())
                .contains(
                        "deploy@127.0.0.1",
                        "\"Code from\\u{1b}[2J your token:\"",
                        "password_question",
                        "username_question")
                .doesNotContain("right");
        assertThat(given).isEmpty();
    }

    @Test
    void aLongQuestionIsQuotedInPart() throws Exception {
        asking("x".repeat(20_000));
        assertThat(failure(Map.of(), RIGHT).detail())
                .contains("\"" + "x".repeat(200) + "…\"")
                .hasSizeLessThan(600);
    }

    /** The patterns that come with Gatehouse match each of them. */
    @Test
    void aHundredQuestionsAreNotAnswered() throws Exception {
        asking(Collections.nCopies(100, "user" + " ".repeat(900) + "x user:").toArray(String[]::new));
        ProblemException problem = failure(Map.of(), RIGHT);
        assertThat(problem.code()).isEqualTo(SshProblem.QUESTION_UNANSWERED);
        assertThat(problem.detail()).contains("deploy@127.0.0.1", "at most 16 questions", "at most 10 rounds");
        assertThat(given).isEmpty();
    }

    @Test
    void whatASignInMayAskIsAnswered() throws Exception {
        asking(Collections.nCopies(16, "x".repeat(1019) + "user:").toArray(String[]::new));
        signIn(Map.of());
        assertThat(given).hasSize(16).containsOnly("deploy");
    }

    @Test
    void aQuestionThatMatchesAndIsTooLongIsNotAnswered() throws Exception {
        asking("x".repeat(1020) + "user:");
        ProblemException problem = failure(Map.of(), RIGHT);
        assertThat(problem.code()).isEqualTo(SshProblem.QUESTION_UNANSWERED);
        assertThat(problem.detail()).contains("longer than 1024 characters");
        assertThat(given).isEmpty();
    }

    @Test
    void questionsThatFollowEachOtherAreCounted() throws Exception {
        askingOneByOne(Collections.nCopies(11, "Password: ").toArray(String[]::new));
        ProblemException problem = failure(Map.of(), RIGHT);
        assertThat(problem.code()).isEqualTo(SshProblem.QUESTION_UNANSWERED);
        assertThat(given).hasSize(10);
    }

    @Test
    void questionsOfSeveralRoundsAreCountedTogether() throws Exception {
        listen(Collections.nCopies(2, Collections.nCopies(9, "Password: ")));
        ProblemException problem = failure(Map.of(), RIGHT);
        assertThat(problem.code()).isEqualTo(SshProblem.QUESTION_UNANSWERED);
        assertThat(given).hasSize(9);
    }

    @Test
    void aPatternThatWouldNeverEndIsRefusedAndNothingIsSent() throws Exception {
        asking("Password: ");
        ProblemException problem = failure(Map.of("password_question", "(?:){300000000}x"), RIGHT);
        assertThat(problem.code()).isEqualTo(SshProblem.PATTERN_INVALID);
        assertThat(problem.detail()).contains("password_question", "(?:){300000000}x");
        assertThat(given).isEmpty();
    }

    @Test
    void aPatternThatIsNoneIsRefused() throws Exception {
        asking("Password: ");
        ProblemException problem = failure(Map.of("username_question", "("), RIGHT);
        assertThat(problem.code()).isEqualTo(SshProblem.PATTERN_INVALID);
        assertThat(problem.detail()).contains("username_question");
    }

    @Test
    void anAccountWithoutAPasswordFailsByItsKey() throws Exception {
        asking("Password: ");
        Credential key = new Credential.PrivateKey(Secret.ofString(freshKey()), Optional.empty());
        assertThat(failure(Map.of(), key).code()).isEqualTo(SshProblem.AUTHENTICATION_FAILED);
        assertThat(given).isEmpty();
    }

    private static String freshKey() throws Exception {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256), "", null, key);
        return key.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void aWrongAnswerIsAnAuthenticationProblem() throws Exception {
        asking("Password: ");
        assertThat(failure(Map.of(), new Credential.Password(Secret.ofString("wrong")))
                        .code())
                .isEqualTo(SshProblem.AUTHENTICATION_FAILED);
    }
}
