package gatehouse.session.control.exec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Cuts what goes into a program without a terminal into lines, as long as it is text (UTF-8 without NUL) and not too much. There is no
 * echo to tell a password by, so the program's question is taken: the line that comes while the output ends in one is told by its
 * length only. Lines wait for the next output (at most 64 KiB of them), so that a password that was sent ahead is found, too: the
 * first of those that wait.
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

    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_WAITING = 64 * 1024;
    private static final int LONGEST_QUESTION = 256;
    /** U+FF1A in UTF-8 is EF BC 9A. */
    private static final byte LAST_BYTE_OF_WIDE_COLON = (byte) 0x9A;

    private static final Pattern QUESTION = Pattern.compile("(?i)(password|passphrase|passcode|密码|口令)[^\\n]*[:：]\\s?$");

    private final long most;
    private final Handler handler;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private byte[] line = new byte[256];
    private int length;
    private int waitingBytes;
    private long kept;
    private boolean lost;
    private byte[] shown = new byte[0];
    private boolean asked;

    /** @param most bytes to tell as lines; what follows is {@code rest} */
    public InputLines(long most, Handler handler) {
        this.most = most;
        this.handler = handler;
        this.lost = most == 0;
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

    /** What the program printed, of either stream. */
    public void output(byte[] bytes, int offset, int count) {
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
        remember(bytes, from, offset + count, whole ? 0 : shown.length);
        asked = endsInColon()
                && QUESTION.matcher(new String(shown, StandardCharsets.UTF_8)).find();
        if (asked && !waiting.isEmpty()) {
            answer(waiting.removeFirst());
            return;
        }
        if (whole && !asked) {
            tellWaiting(0);
        }
    }

    /** Most output does not, and is not worth a search. */
    private boolean endsInColon() {
        int last = shown.length - 1;
        if (last > 0 && Character.isWhitespace(shown[last])) {
            last--;
        }
        return last >= 0 && (shown[last] == ':' || shown[last] == LAST_BYTE_OF_WIDE_COLON);
    }

    private void remember(byte[] bytes, int from, int to, int before) {
        int kept = Math.min(to - from, LONGEST_QUESTION);
        int old = Math.min(before, LONGEST_QUESTION - kept);
        byte[] next = Arrays.copyOfRange(shown, before - old, before + kept);
        System.arraycopy(bytes, to - kept, next, old, kept);
        shown = next;
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
        if (text < 0 || (whole && text < length) || kept + length > most) {
            lose();
            return;
        }
        byte[] piece = Arrays.copyOf(line, text);
        kept += text;
        System.arraycopy(line, text, line, 0, length - text);
        Arrays.fill(line, length - text, length, (byte) 0);
        length -= text;
        if (asked) {
            answer(piece);
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

    private void answer(byte[] piece) {
        asked = false;
        shown = new byte[0];
        waitingBytes = waiting.stream().mapToInt(line -> line.length).sum();
        int size = piece.length;
        int end = size > 0 && piece[size - 1] == '\n' ? size - 1 : size;
        Arrays.fill(piece, (byte) 0);
        handler.masked(end);
    }

    private void tellWaiting(int most) {
        while (waitingBytes > most || (most == 0 && !waiting.isEmpty())) {
            byte[] oldest = waiting.removeFirst();
            waitingBytes -= oldest.length;
            handler.line(oldest);
        }
    }

    private void lose() {
        tellWaiting(0);
        lost = true;
        handler.rest(line, 0, length);
        line = new byte[0];
        length = 0;
    }
}
