package gatehouse.connector.telnet.signin;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.dialogue.Transcript;
import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.telnet.TelnetProblem;
import gatehouse.connector.telnet.wire.TelnetWire;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * One sign-in: waits for prompts on the thread that dials, hears on the reader's thread. The password is typed once; whatever the
 * device prints on the line that it was typed on is shown to nobody.
 */
public final class SignIn implements TelnetWire.Hearer {
    private static final int MOST_NAMES = 3;

    private final OutboundTarget target;
    private final Prompts prompts;
    private final Transcript transcript;
    private final Afterwards afterwards = new Afterwards();
    private TelnetWire wire;
    private int namesSent;

    /** @throws ProblemException {@code PROMPT_INVALID} */
    public SignIn(OutboundTarget target) {
        this.target = target;
        this.prompts = Prompts.from(target.endpoint().settings());
        this.transcript = new Transcript(target.profile().charset());
    }

    @Override
    public void heard(byte[] bytes) {
        afterwards.add(bytes);
        transcript.add(bytes, 0, bytes.length);
    }

    @Override
    public void gone() {
        transcript.end();
    }

    /**
     * Waits until the device has let us in.
     *
     * @param deadline by {@link System#nanoTime()}
     * @throws ProblemException that says what the device did instead
     */
    public void run(TelnetWire over, long deadline) {
        wire = over;
        try (Secret password = password()) {
            sendName(password, deadline);
            afterwards.deliver(wire, password);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw TelnetProblem.UNAVAILABLE.problem("the sign-in was interrupted", stopped);
        }
    }

    private Secret password() {
        return target.endpoint().credentials().stream()
                .filter(Credential.Password.class::isInstance)
                .map(credential -> encoded(((Credential.Password) credential).secret()))
                .findFirst()
                .orElseThrow(() -> TelnetProblem.CREDENTIAL_UNSUITABLE.problem(
                        "telnet signs in by password, and this account has none"));
    }

    private void sendName(Secret password, long deadline) throws InterruptedException {
        while (true) {
            Prompts.Seen seen = transcript
                    .await(text -> prompts.beforePassword(text, namesSent > 0), deadline)
                    .orElseThrow(this::silent);
            switch (seen) {
                case WAKE -> answer(new byte[0]);
                case USERNAME -> answerName();
                case PASSWORD -> {
                    sendPassword(password, deadline);
                    return;
                }
                case SUCCESS -> {
                    return;
                }
                case FAILURE -> throw refused();
            }
        }
    }

    /** A name may be asked for again: a login program drops what was typed before it was ready. */
    private void answerName() {
        if (namesSent++ == MOST_NAMES) {
            throw refused();
        }
        answer(target.endpoint().user().getBytes(target.profile().charset()));
    }

    private void sendPassword(Secret password, long deadline) throws InterruptedException {
        byte[] bytes = password.bytes();
        try {
            answer(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        Prompts.Seen seen = transcript
                .await(prompts::afterPassword, deadline)
                .orElseThrow(transcript.hasEnded() ? this::refused : this::undecided);
        if (seen == Prompts.Seen.FAILURE) {
            throw refused();
        }
    }

    private void answer(byte[] text) {
        transcript.turn();
        afterwards.turn();
        byte[] line = Arrays.copyOf(text, text.length + 1);
        line[text.length] = '\r';
        wire.type(line, 0, line.length, Completion.NOTHING);
        Arrays.fill(line, (byte) 0);
    }

    /** In the device's charset. */
    private Secret encoded(Secret secret) {
        Charset charset = target.profile().charset();
        if (charset.equals(StandardCharsets.UTF_8)) {
            return secret.copy();
        }
        char[] chars = secret.chars();
        ByteBuffer encoded = ByteBuffer.allocate(4 * chars.length);
        charset.newEncoder().encode(CharBuffer.wrap(chars), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(chars, '\0');
        Arrays.fill(encoded.array(), (byte) 0);
        return Secret.owning(bytes);
    }

    private ProblemException silent() {
        if (transcript.hasEnded()) {
            return TelnetProblem.CONNECTION_LOST.problem(
                    target.endpoint() + " closed the connection before it asked for the password" + words());
        }
        return TelnetProblem.NO_PROMPT.problem(target.endpoint() + " does not ask for name and password in time"
                + words() + "; check the port, and the prompts of the asset's platform");
    }

    private ProblemException undecided() {
        return TelnetProblem.NO_PROMPT.problem(target.endpoint() + " took the password but shows no prompt in time"
                + words() + "; check the success prompt of the asset's platform");
    }

    private ProblemException refused() {
        return TelnetProblem.AUTHENTICATION_FAILED.problem(target.endpoint() + " did not accept name and password"
                + said(prompts.reason(transcript.text(), transcript.lastWords())) + "; check both");
    }

    private String words() {
        return said(transcript.lastWords());
    }

    private static String said(String words) {
        return Optional.of(words)
                .filter(line -> !line.isEmpty())
                .map(line -> " (it says: " + line.substring(0, Math.min(line.length(), 200)) + ")")
                .orElse("");
    }
}
