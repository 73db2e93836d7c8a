package gatehouse.session.control.switching;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.dialogue.Transcript;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import gatehouse.session.entity.SessionProblem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Types a switch's command and answers its question. Where the command replaces the shell, failure is the end of the connection or a
 * second question, and a target that does neither has switched, whatever its prompt looks like; a device is believed when its prompt
 * comes back without a complaint.
 */
final class SwitchConversation {
    private static final Duration FIRST_PROMPT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Pattern PASSWORD = Pattern.compile("(?i)(?:password|密码|口令)[^\\n]{0,80}[:：]\\s*$");
    private static final Pattern PROMPT = Pattern.compile("[#$>%\\]»❯]\\s*$");
    private static final Pattern COMPLAINT = Pattern.compile(
            "(?i)denied|fail|bad (?:password|secret)|incorrect|invalid|sorry|not (?:allowed|found|in the)|error|^\\s*%"
                    + "|unknown|must be run|错误|失败|拒绝");

    /** Of a shell that could not start what was to replace it: bash goes on then when somebody types into it (its manual, exec). */
    private static final Pattern NOT_STARTED =
            Pattern.compile("sh: [^\\n]{0,40}\\b(?:su|sudo)\\b|sh: [^\\n]*not found: (?:su|sudo)\\b");

    private enum Seen {
        QUESTION,
        DONE,
        REFUSED
    }

    private final TerminalInput target;
    private final Transcript transcript;
    private final HeldOutput output;

    SwitchConversation(TerminalInput target, Transcript transcript, HeldOutput output) {
        this.target = target;
        this.transcript = transcript;
        this.output = output;
    }

    /** @throws ProblemException {@code SWITCH_FAILED} */
    void perform(AccountSwitch step) throws InterruptedException {
        transcript.await(text -> found(PROMPT, text), after(FIRST_PROMPT));
        type(step.command().getBytes(StandardCharsets.UTF_8));
        Seen seen = awaitAnswer(step, false);
        if (seen == Seen.QUESTION) {
            answer(step.password());
            seen = awaitAnswer(step, true);
        }
        if (seen != Seen.DONE) {
            throw refused(step);
        }
        output.settle();
    }

    private void answer(Secret password) {
        output.hide(password);
        byte[] bytes = password.bytes();
        try {
            type(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private void type(byte[] text) {
        transcript.turn();
        byte[] line = Arrays.copyOf(text, text.length + 1);
        line[text.length] = '\r';
        target.input(line, 0, line.length, Completion.NOTHING);
        Arrays.fill(line, (byte) 0);
    }

    private Seen awaitAnswer(AccountSwitch step, boolean answered) throws InterruptedException {
        Optional<Seen> seen = transcript.await(text -> look(step, answered, text), after(PATIENCE));
        boolean stands = step.replacesShell() && answered && !transcript.hasEnded();
        return seen.orElse(stands ? Seen.DONE : Seen.REFUSED);
    }

    private static Optional<Seen> look(AccountSwitch step, boolean answered, String text) {
        // the command's own echo, or the end of the line that the password was typed on
        String printed = text.substring(text.indexOf('\n') + 1);
        if (text.indexOf('\n') < 0) {
            return Optional.empty();
        }
        if (found(PASSWORD, printed).isPresent()) {
            return Optional.of(answered ? Seen.REFUSED : Seen.QUESTION);
        }
        boolean refused = step.replacesShell()
                ? !answered && NOT_STARTED.matcher(printed).find()
                : printed.lines().anyMatch(SwitchConversation::isComplaint);
        if (refused) {
            return Optional.of(Seen.REFUSED);
        }
        return found(PROMPT, printed);
    }

    private static Optional<Seen> found(Pattern pattern, String text) {
        return pattern.matcher(text).find() ? Optional.of(Seen.DONE) : Optional.empty();
    }

    private static boolean isComplaint(String line) {
        return COMPLAINT.matcher(line).find();
    }

    private ProblemException refused(AccountSwitch step) {
        String said = transcript
                .text()
                .lines()
                .filter(SwitchConversation::isComplaint)
                .findFirst()
                .orElseGet(transcript::lastWords)
                .strip();
        String quoted = said.isEmpty() ? "" : " (it says: " + said.substring(0, Math.min(said.length(), 200)) + ")";
        return SessionProblem.SWITCH_FAILED.problem(
                "signed in as " + step.from() + ", but the target did not let it become " + step.to() + quoted
                        + "; check the password, and how the asset's platform switches accounts");
    }

    private static long after(Duration patience) {
        return System.nanoTime() + patience.toNanos();
    }
}
