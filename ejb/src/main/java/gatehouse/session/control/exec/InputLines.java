package gatehouse.session.control.exec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Cuts what goes into a program without a terminal into lines, as long as it is text (UTF-8 without NUL) and not too much. There is no
 * echo to tell a password by, so the program's question is taken: the line of at most 256 bytes that comes while the output ends in one is
 * told by its length only.
 *
 * <p>A shell executes what it reads, whatever its bytes mean: each of its lines is told at once, unless a question came before it. Into any
 * other program lines wait for the next output (at most 64 KiB of them), so that a password that was sent ahead is found, too: the
 * first of those that wait. They wait a little longer even then ({@link #SETTLING}): a server reads what its program prints as two
 * streams and may send what was printed after an answer before the question.
 *
 * <p>Whoever runs a program may have it print questions, so only some lines are taken for answers: {@value #MOST_ANSWERS}, and
 * {@value #MOST_ANSWERS_OF_KNOWN} where the program is known to execute nothing of what it reads. Behind them each line is told at once.
 *
 * <p>Not thread-safe.
 */
public final class InputLines {
    /** Hears everything exactly once and in order. */
    public interface Handler {
        /** A line with its line feed, or the end of the input; a very long line in pieces. */
        void line(byte[] text);

        /** The answer to a question for a password; {@code length} without the line feed. */
        void masked(int length);

        /** Everything from where it was no text, or too much. */
        void rest(byte[] bytes, int offset, int length);
    }

    /** How long lines are {@linkplain #isDue due} before whoever holds this should {@linkplain #settle settle}. */
    public static final Duration SETTLING = Duration.ofMillis(200);

    /** Without its line feed. */
    private static final int LONGEST_ANSWER = 256;

    private static final int MOST_ANSWERS = 8;
    private static final int MOST_ANSWERS_OF_KNOWN = 32;
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_WAITING = 64 * 1024;
    private static final int LONGEST_QUESTION = 256;
    /** U+FF1A in UTF-8 is EF BC 9A. */
    private static final byte LAST_BYTE_OF_WIDE_COLON = (byte) 0x9A;

    private static final Pattern QUESTION = Pattern.compile("(?i)(password|passphrase|passcode|密码|口令)[^\\n]*[:：]\\s?$");

    private final boolean shell;
    private final int mostAnswers;
    private final long most;
    private final Handler handler;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private byte[] line = new byte[256];
    private int length;
    private int waitingBytes;
    private long kept;
    private int answers;
    private boolean lost;
    private final Shown output = new Shown();
    private final Shown error = new Shown();
    private boolean due;

    private InputLines(boolean shell, int mostAnswers, long most, Handler handler) {
        this.shell = shell;
        this.mostAnswers = mostAnswers;
        this.most = most;
        this.handler = handler;
        this.lost = most == 0;
    }

    /** @param most bytes to tell as lines; what follows is {@code rest} */
    public static InputLines ofProgram(long most, Handler handler) {
        return new InputLines(false, MOST_ANSWERS, most, handler);
    }

    /** Of one that executes nothing of what it reads; {@code most} as for any other. */
    public static InputLines ofKnownProgram(long most, Handler handler) {
        return new InputLines(false, MOST_ANSWERS_OF_KNOWN, most, handler);
    }

    /** @param most bytes to tell as lines; what follows is {@code rest} */
    public static InputLines ofShell(long most, Handler handler) {
        return new InputLines(true, MOST_ANSWERS, most, handler);
    }

    /** What the person sent. */
    public void input(byte[] bytes, int offset, int count) {
        int at = offset;
        int end = offset + count;
        while (at < end && !lost) {
            byte b = bytes[at++];
            append(b);
            if (b == '\n' || length == LONGEST_LINE) {
                complete(b == '\n');
            }
        }
        if (at < end) {
            handler.rest(bytes, at, end - at);
        }
    }

    private void append(byte b) {
        if (length == line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST_LINE, 2 * length));
        }
        line[length++] = b;
    }

    /** What the program printed. */
    public void output(byte[] bytes, int offset, int count) {
        printed(output, bytes, offset, count);
    }

    /** What the program printed as an error. */
    public void error(byte[] bytes, int offset, int count) {
        printed(error, bytes, offset, count);
    }

    private void printed(Shown stream, byte[] bytes, int offset, int count) {
        if (lost) {
            return;
        }
        // how a line began is only needed where a question, or something that waits for one, may be
        int first = waiting.isEmpty() ? Math.max(offset, offset + count - LONGEST_QUESTION) : offset;
        int from = offset + count;
        while (from > first && bytes[from - 1] != '\n') {
            from--;
        }
        boolean whole = from > offset;
        stream.remember(bytes, from, offset + count, whole);
        if (stream.asks() && !waiting.isEmpty() && isShort(waiting.getFirst()) && mayAnswer()) {
            answer(waiting.removeFirst());
            return;
        }
        due |= whole && !stream.asks() && !waiting.isEmpty();
    }

    /** Whether lines wait that no question was for: {@link #settle} tells them, a question until then still takes the first. */
    public boolean isDue() {
        return due;
    }

    /** Tells the lines that are due. */
    public void settle() {
        if (due) {
            tellWaiting(0);
        }
    }

    /** The end of what one stream printed: its last line, as far as it may be a question. */
    private static final class Shown {
        private byte[] tail = new byte[0];
        private boolean asks;

        boolean asks() {
            return asks;
        }

        void remember(byte[] bytes, int from, int to, boolean whole) {
            int before = whole ? 0 : tail.length;
            int kept = Math.min(to - from, LONGEST_QUESTION);
            int old = Math.min(before, LONGEST_QUESTION - kept);
            byte[] next = Arrays.copyOfRange(tail, before - old, before + kept);
            System.arraycopy(bytes, to - kept, next, old, kept);
            tail = next;
            asks = endsInColon()
                    && QUESTION.matcher(new String(tail, StandardCharsets.UTF_8))
                            .find();
        }

        /** Most output does not, and is not worth a search. */
        private boolean endsInColon() {
            int last = tail.length - 1;
            if (last > 0 && Character.isWhitespace(tail[last])) {
                last--;
            }
            return last >= 0 && (tail[last] == ':' || tail[last] == LAST_BYTE_OF_WIDE_COLON);
        }

        void answered() {
            tail = new byte[0];
            asks = false;
        }
    }

    /** No more input comes; the program may still run, and ask for what it was sent. */
    public void endOfInput() {
        if (length > 0 && !lost) {
            complete(true);
        }
    }

    /** Neither input nor output comes any more. Idempotent. */
    public void end() {
        endOfInput();
        tellWaiting(0);
    }

    private void complete(boolean whole) {
        int text = textLength();
        boolean torn = text < 0 || (whole && text < length);
        if ((torn && !shell) || kept + length > most) {
            lose();
            return;
        }
        if (torn) {
            text = length;
        }
        byte[] piece = Arrays.copyOf(line, text);
        kept += text;
        System.arraycopy(line, text, line, 0, length - text);
        Arrays.fill(line, length - text, length, (byte) 0);
        length -= text;
        if ((output.asks() || error.asks()) && isShort(piece) && mayAnswer()) {
            answer(piece);
            return;
        }
        if (shell || !mayAnswer()) {
            handler.line(piece);
            return;
        }
        waiting.add(piece);
        waitingBytes += text;
        tellWaiting(MOST_WAITING);
    }

    /** How many bytes of the line are whole characters; -1 when it is no text. */
    private int textLength() {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(line, 0, length);
        CharBuffer text = CharBuffer.allocate(length);
        boolean broken = decoder.decode(bytes, text, false).isError();
        return broken || text.flip().chars().anyMatch(c -> c == 0) ? -1 : bytes.position();
    }

    private boolean mayAnswer() {
        return answers < mostAnswers;
    }

    private static boolean isShort(byte[] piece) {
        return withoutLineFeed(piece) <= LONGEST_ANSWER;
    }

    private static int withoutLineFeed(byte[] piece) {
        int size = piece.length;
        return size > 0 && piece[size - 1] == '\n' ? size - 1 : size;
    }

    private void answer(byte[] piece) {
        answers++;
        output.answered();
        error.answered();
        due &= !waiting.isEmpty();
        waitingBytes = waiting.stream().mapToInt(line -> line.length).sum();
        int size = withoutLineFeed(piece);
        Arrays.fill(piece, (byte) 0);
        handler.masked(size);
        if (!mayAnswer()) {
            tellWaiting(0);
        }
    }

    private void tellWaiting(int most) {
        while (waitingBytes > most || (most == 0 && !waiting.isEmpty())) {
            byte[] oldest = waiting.removeFirst();
            waitingBytes -= oldest.length;
            handler.line(oldest);
        }
        due &= !waiting.isEmpty();
    }

    private void lose() {
        tellWaiting(0);
        lost = true;
        handler.rest(line, 0, length);
        line = new byte[0];
        length = 0;
    }
}
