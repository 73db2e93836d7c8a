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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Keyboard-interactive sign-in (RFC 4256) at a target that asks. The target is Apache MINA's server: OpenSSH asks nothing without
 * PAM, which an ordinary user cannot configure.
 */
class SshQuestionsTest {
    private static final TrustCheck TRUSTING = (host, port, type, fingerprint, key) -> new TrustCheck.Verdict.Trusted();

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

    /** Asks these; whoever answers "right" to each is let in. An exclamation mark in front: the answer is echoed. */
    private void asking(String... questions) throws Exception {
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setUserAuthFactories(List.of(UserAuthKeyboardInteractiveFactory.INSTANCE));
        server.setKeyboardInteractiveAuthenticator(new KeyboardInteractiveAuthenticator() {
            @Override
            public InteractiveChallenge generateChallenge(
                    ServerSession session, String username, String lang, String subMethods) {
                InteractiveChallenge challenge = new InteractiveChallenge();
                challenge.setInteractionName("sign-in");
                for (String question : questions) {
                    boolean echo = question.startsWith("!");
                    challenge.addPrompt(echo ? question.substring(1) : question, echo);
                }
                return challenge;
            }

            @Override
            public boolean authenticate(ServerSession session, String username, List<String> responses) {
                given.addAll(responses);
                return responses.size() == questions.length
                        && responses.stream().allMatch(answer -> answer.startsWith("right"));
            }
        });
        server.start();
    }

    private static Credential.Answer answer(String question, String reply) {
        return new Credential.Answer(Pattern.compile(question), Secret.ofString(reply));
    }

    private OutboundTarget target(Credential... credentials) {
        return OutboundTarget.direct(
                new Endpoint("127.0.0.1", server.getPort(), "deploy", List.of(credentials), TRUSTING, Map.of()),
                Duration.ofSeconds(60));
    }

    private ProblemException failure(Credential... credentials) {
        return catchThrowableOfType(ProblemException.class, () -> connector.connect(target(credentials)));
    }

    @Test
    void eachQuestionIsAnsweredByTheFirstRuleThatMatches() throws Exception {
        asking("Password for deploy: ", "!Your department: ", "PIN or token: ");
        connector
                .connect(target(new Credential.Answers(List.of(
                        answer("(?i)password", "right-password"),
                        answer("PIN", "right-pin"),
                        answer("department|PIN", "right-department")))))
                .close();
        assertThat(given).containsExactly("right-password", "right-department", "right-pin");
    }

    @Test
    void aPasswordAnswersAQuestionForIt() throws Exception {
        asking("Password: ");
        connector
                .connect(target(new Credential.Password(Secret.ofString("right"))))
                .close();
        assertThat(given).containsExactly("right");
    }

    @Test
    void aPasswordAnswersAGermanQuestionForIt() throws Exception {
        asking("Passwort: ");
        connector
                .connect(target(new Credential.Password(Secret.ofString("right"))))
                .close();
        assertThat(given).containsExactly("right");
    }

    @Test
    void aPasswordIsNotShownToAQuestionThatEchoes() throws Exception {
        asking("!Password: ");
        assertThat(failure(new Credential.Password(Secret.ofString("right"))).code())
                .isEqualTo(SshProblem.QUESTION_UNANSWERED);
        assertThat(given).isEmpty();
    }

    @Test
    void aQuestionWithoutARuleIsNamedAndNothingIsSent() throws Exception {
        asking("Password: ", "Code from your token: ");
        ProblemException problem = failure(new Credential.Password(Secret.ofString("right")));
        assertThat(problem.code()).isEqualTo(SshProblem.QUESTION_UNANSWERED);
        assertThat(problem.detail()).contains("Code from your token:").doesNotContain("right");
        assertThat(given).isEmpty();
    }

    @Test
    void aWrongAnswerIsAnAuthenticationProblem() throws Exception {
        asking("Password: ");
        assertThat(failure(new Credential.Password(Secret.ofString("wrong"))).code())
                .isEqualTo(SshProblem.AUTHENTICATION_FAILED);
    }
}
