package gatehouse.session.control.exec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first bytes of one end of a program that carries files: git's pkt-line ({@code 001e…}), scp's line or confirming byte, rsync's
 * version (20 to 40 in four bytes, or {@code @RSYNCD:}), SFTP's INIT or VERSION. Whoever begins otherwise talks about something else
 * (R11.53). Not thread-safe.
 */
public final class Greeting {
    public enum Verdict {
        OPEN,
        RIGHT,
        WRONG
    }

    private static final int LONGEST = 24;
    private static final Pattern PACKET_LINE = Pattern.compile("[0-9a-f]{4}");
    private static final Pattern COPY =
            Pattern.compile("[\\x00-\\x02]|[CD][0-7]{4} [0-9]|T[0-9]{1,12} [0-9]|E\\n", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("[\\x14-\\x28]\\x00{3}|@RSYNCD:");
    private static final Pattern INIT = Pattern.compile("\\x00{2}..\\x01", Pattern.DOTALL);
    private static final Pattern INIT_ANSWER = Pattern.compile("\\x00{2}..\\x02", Pattern.DOTALL);

    private final Pattern expected;
    private final byte[] begun = new byte[LONGEST];
    private int length;
    private Verdict verdict = Verdict.OPEN;

    private Greeting(Pattern expected) {
        this.expected = expected;
    }

    public static Greeting ofTarget(CopyCommand.Program program) {
        return new Greeting(program == CopyCommand.Program.SFTP ? INIT_ANSWER : of(program));
    }

    public static Greeting ofPerson(CopyCommand.Program program) {
        return new Greeting(of(program));
    }

    /** Of a program that is the one of this name, as far as its words tell. */
    public static Optional<CopyCommand.Program> expectedOf(String command) {
        return ProgramCall.parse(command)
                .filter(ProgramCall::isInstalled)
                .flatMap(_ -> CopyCommand.parse(command))
                .map(CopyCommand::program);
    }

    private static Pattern of(CopyCommand.Program program) {
        return switch (program) {
            case GIT -> PACKET_LINE;
            case SCP -> COPY;
            case RSYNC -> VERSION;
            case SFTP -> INIT;
        };
    }

    /** @return what is known now; once it is known it stays */
    @SuppressWarnings("JdkObsolete") // hitEnd is for streams, and this is one
    public Verdict hear(byte[] bytes, int offset, int count) {
        if (verdict == Verdict.OPEN) {
            int taken = Math.min(count, LONGEST - length);
            System.arraycopy(bytes, offset, begun, length, taken);
            length += taken;
            Matcher matcher = expected.matcher(new String(begun, 0, length, StandardCharsets.ISO_8859_1));
            boolean right = matcher.lookingAt();
            verdict = right ? Verdict.RIGHT : matcher.hitEnd() && length < LONGEST ? Verdict.OPEN : Verdict.WRONG;
        }
        return verdict;
    }

    /** What came while nothing was known; empty once it is. */
    public byte[] open() {
        return verdict == Verdict.OPEN ? Arrays.copyOf(begun, length) : new byte[0];
    }
}
