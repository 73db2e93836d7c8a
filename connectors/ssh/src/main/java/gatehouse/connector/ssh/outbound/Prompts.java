package gatehouse.connector.ssh.outbound;

import gatehouse.connector.spi.outbound.Credential;
import gatehouse.kernel.Secret;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.session.ClientSession;

/** Answers a target's questions (RFC 4256) by the account's rules, then with its password where it is asked for. */
final class Prompts implements UserInteraction {
    private static final Pattern PASSWORD = Pattern.compile("(?i)pass(wor[dt]|code|phrase)|密码|口令");
    private static final int LONGEST_QUESTION = 200;

    private final List<Credential> credentials;
    private volatile Optional<String> unanswered = Optional.empty();

    Prompts(List<Credential> credentials) {
        this.credentials = credentials;
    }

    /** The question that nothing answered. */
    Optional<String> unanswered() {
        return unanswered;
    }

    @Override
    public boolean isInteractionAllowed(ClientSession session) {
        return true;
    }

    @Override
    public String[] interactive(
            ClientSession session, String name, String instruction, String lang, String[] questions, boolean[] echo) {
        String[] replies = new String[questions.length];
        for (int i = 0; i < questions.length; i++) {
            Optional<Secret> reply = reply(questions[i], echo[i]);
            if (reply.isEmpty()) {
                unanswered = Optional.of(shown(questions[i])).filter(question -> hasAnswers());
                return null; // MINA's way of giving up
            }
            replies[i] = reply.get().asString();
        }
        return replies;
    }

    /** An account that has only a key was never meant to answer: then the key is what failed. */
    private boolean hasAnswers() {
        return !credentials.stream().allMatch(Credential.PrivateKey.class::isInstance);
    }

    private Optional<Secret> reply(String question, boolean echo) {
        for (Credential credential : credentials) {
            if (credential instanceof Credential.Answers(List<Credential.Answer> rules)) {
                for (Credential.Answer rule : rules) {
                    if (rule.question().matcher(question).find()) {
                        return Optional.of(rule.reply());
                    }
                }
            }
        }
        if (echo || !PASSWORD.matcher(question).find()) {
            return Optional.empty();
        }
        return credentials.stream()
                .filter(Credential.Password.class::isInstance)
                .map(credential -> ((Credential.Password) credential).secret())
                .findFirst();
    }

    private static String shown(String question) {
        return question.substring(0, Math.min(question.length(), LONGEST_QUESTION))
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }

    @Override
    public String getUpdatedPassword(ClientSession session, String prompt, String lang) {
        return null; // Gatehouse does not change passwords at a prompt
    }
}
