package gatehouse.connector.ssh.outbound;

import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.ssh.SshDescriptor;
import gatehouse.connector.ssh.SshProblem;
import gatehouse.kernel.Printable;
import gatehouse.kernel.ProblemException;
import java.util.Optional;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.session.ClientSession;

/**
 * Answers a target's questions (RFC 4256) as its platform says: all of those that come together, or none. They are looked at on an I/O
 * thread, which other sessions need, too; so one sign-in has at most {@value #MOST_QUESTIONS} of them, {@value #LONGEST_QUESTION}
 * characters each, in {@value #MOST_ROUNDS} rounds.
 */
final class Prompts implements UserInteraction {
    static final int MOST_QUESTIONS = 16;
    static final int LONGEST_QUESTION = 1024;
    static final int MOST_ROUNDS = 10;
    private static final int LONGEST_QUOTE = 200;

    private static final String IN_PLATFORM = " in the SSH settings of the asset's platform";

    private final Endpoint endpoint;
    private final QuestionRules rules;
    private volatile Optional<ProblemException> unanswered = Optional.empty();
    private int asked;
    private int rounds;

    /** @throws ProblemException {@code PATTERN_INVALID} */
    Prompts(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.rules = QuestionRules.from(endpoint.settings());
    }

    /** Why a question was not answered; empty when all were, or when the account has nothing to answer with. */
    Optional<ProblemException> unanswered() {
        return unanswered;
    }

    @Override
    public boolean isInteractionAllowed(ClientSession session) {
        return true;
    }

    @Override
    public String[] interactive(
            ClientSession session, String name, String instruction, String lang, String[] questions, boolean[] echo) {
        asked += questions.length;
        if (asked > MOST_QUESTIONS || ++rounds > MOST_ROUNDS) {
            unanswered = Optional.of(tooMany());
            return null;
        }
        String[] replies = new String[questions.length];
        for (int i = 0; i < questions.length; i++) {
            Optional<String> reply = reply(questions[i], echo[i]);
            if (reply.isEmpty()) {
                return null; // MINA's way of giving up
            }
            replies[i] = reply.get();
        }
        return replies;
    }

    /** Runs on the I/O thread, where nobody would catch a problem. */
    private Optional<String> reply(String question, boolean echo) {
        try {
            if (question.length() > LONGEST_QUESTION) {
                throw unanswered(
                        question,
                        "that is longer than " + LONGEST_QUESTION + " characters; have the target ask in fewer words");
            }
            return switch (rules.wanted(question, echo)) {
                case PASSWORD -> password();
                case USERNAME -> Optional.of(endpoint.user());
                case ECHOED_PASSWORD ->
                    throw unanswered(
                            question,
                            "would show the password; if it may be sent all the same, set "
                                    + SshDescriptor.PASSWORD_QUESTION.key() + IN_PLATFORM);
                case OTHER_PASSWORD ->
                    throw unanswered(
                            question,
                            "the account's password does not answer that: it is for a new one, or for one that is used"
                                    + " once; change the password at the target and here, or what its sign-in asks for");
                case UNKNOWN ->
                    throw unanswered(
                            question,
                            "nothing answers that; set " + SshDescriptor.PASSWORD_QUESTION.key()
                                    + " if it is for the password, " + SshDescriptor.USERNAME_QUESTION.key()
                                    + " if it is for the user name," + IN_PLATFORM);
            };
        } catch (ProblemException problem) {
            unanswered = Optional.of(problem);
            return Optional.empty();
        }
    }

    /** An account without one was never meant to answer: then its key is what failed. */
    private Optional<String> password() {
        return endpoint.credentials().stream()
                .filter(Credential.Password.class::isInstance)
                .map(credential -> ((Credential.Password) credential).secret().asString())
                .findFirst();
    }

    private ProblemException tooMany() {
        return SshProblem.QUESTION_UNANSWERED.problem(
                endpoint + " asks too much in one sign-in, and was not answered any"
                        + " more: at most " + MOST_QUESTIONS + " questions, in at most " + MOST_ROUNDS
                        + " rounds; check what the target's sign-in asks for");
    }

    private ProblemException unanswered(String question, String why) {
        boolean isLong = question.length() > LONGEST_QUOTE;
        String quote = Printable.of(isLong ? question.substring(0, LONGEST_QUOTE) : question.strip());
        return SshProblem.QUESTION_UNANSWERED.problem(
                endpoint + " asks \"" + quote + (isLong ? "…" : "") + "\", and " + why);
    }

    @Override
    public String getUpdatedPassword(ClientSession session, String prompt, String lang) {
        return null; // Gatehouse does not change passwords at a prompt
    }
}
