package gatehouse.session.control.command;

import gatehouse.session.control.screen.CellWidth;
import gatehouse.session.control.screen.ScreenModel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.regex.Pattern;

/**
 * Which typed characters the screen showed. A character counts as echoed when the screen, after it was typed, shows it between where
 * the cursor was and where the cursor is; a password prompt's line counts as not echoed whatever appears. Keys without text are
 * handed on as they are, in order; a character that is not echoed within {@link #PATIENCE_NANOS}, or before its line ends, never is.
 */
final class EchoTracker {
    static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final int MOST_WAITING = 4096;
    private static final Pattern SECRET_PROMPT = Pattern.compile(
            "(?iu)(pass(word|phrase|code|wd)?|\\bpin|secret|\\btoken|one-time|\\botp|verification code|mot de passe|contraseña|senha|"
                    + "kennwort|passwort|密码|口令|密碼|暗証|パスワード)[^\\n]{0,80}[:\\uff1a]\\s*[*\\u2022\\u25cf]*\\s*$");

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Waiting(int codePoint, byte[] bytes, long since) {
        boolean isText() {
            return codePoint != 0;
        }
    }

    private final ScreenModel screen;
    private final ShellListener listener;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long anchorLine;
    private int anchorColumn;
    /** The row in which something was echoed last: it holds no password prompt. */
    private long echoedLine = -1;

    private boolean secretLine;
    private int counted;

    EchoTracker(ScreenModel screen, ShellListener listener) {
        this.screen = screen;
        this.listener = listener;
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    void typed(TypedKeys.Kind kind, int codePoint, byte[] bytes, long now) {
        if (kind == TypedKeys.Kind.ANSWER) {
            giveUp();
            count(bytes.length);
            return;
        }
        boolean text = kind == TypedKeys.Kind.TEXT;
        if (text && waiting.isEmpty()) {
            secretLine = isSecretPrompt();
        }
        if (text && secretLine) {
            giveUp();
            count(bytes.length);
            return;
        }
        int point = text ? Math.max(1, codePoint) : 0;
        if (text && waiting.isEmpty()) {
            anchor();
        }
        waiting.add(new Waiting(point, bytes, now));
        release();
        if (waiting.size() > MOST_WAITING) {
            giveUp();
        }
    }

    private void anchor() {
        anchorLine = screen.cursorLine();
        anchorColumn = screen.cursorColumn();
    }

    private boolean isSecretPrompt() {
        if (echoedLine >= screen.logicalStart()) {
            return false;
        }
        String before = screen.textToCursor(screen.logicalStart(), 0);
        return SECRET_PROMPT.matcher(before).find();
    }

    /** The screen has changed, or is about to leave the row in which the cursor is. */
    void look() {
        Waiting first = waiting.peek();
        if (first == null || !first.isText()) {
            release();
            return;
        }
        if (screen.cursorLine() == anchorLine && screen.cursorColumn() == anchorColumn) {
            return;
        }
        int shown = shown(screen.textToCursor(anchorLine, anchorColumn));
        if (shown == 0 && endsWithAll()) {
            shown = textRun();
        }
        for (int i = 0; i < shown; i++) {
            echoed(waiting.poll());
        }
        if (shown > 0) {
            anchor();
            echoedLine = anchorLine;
        } else {
            lineEnded();
        }
        release();
    }

    /** How many of the waiting characters {@code text} begins with and consists of. */
    private int shown(String text) {
        int at = 0;
        int count = 0;
        for (Waiting next : waiting) {
            if (!next.isText() || at >= text.length() || text.codePointAt(at) != next.codePoint) {
                break;
            }
            at += Character.charCount(next.codePoint);
            count++;
        }
        return at == text.length() ? count : 0;
    }

    /** After an editing key the anchor may be off; then the whole run must stand left of the cursor. */
    private boolean endsWithAll() {
        StringBuilder run = new StringBuilder();
        for (Waiting next : waiting) {
            if (!next.isText()) {
                break;
            }
            run.appendCodePoint(next.codePoint);
        }
        String before = screen.textToCursor(screen.logicalStart(), 0);
        return CellWidth.of(run.toString()) > 0 && before.length() > run.length() && before.endsWith(run.toString());
    }

    private int textRun() {
        int count = 0;
        for (Waiting next : waiting) {
            if (!next.isText()) {
                break;
            }
            count++;
        }
        return count;
    }

    /** The line is over, if Enter was pressed: what was not shown until now was not echoed. */
    void lineEnded() {
        boolean entered = waiting.stream().anyMatch(next -> !next.isText() && isEnter(next));
        if (!entered) {
            return;
        }
        boolean more = true;
        while (more) {
            Waiting next = waiting.poll();
            more = next.isText() || !isEnter(next);
            settle(next);
        }
        release();
    }

    private static boolean isEnter(Waiting key) {
        return key.bytes[key.bytes.length - 1] == '\r' || key.bytes[key.bytes.length - 1] == '\n';
    }

    void tick(long now) {
        Waiting first = waiting.peek();
        if (first != null && now - first.since > PATIENCE_NANOS) {
            giveUp();
        }
        flushCount();
    }

    void giveUp() {
        while (!waiting.isEmpty()) {
            settle(waiting.poll());
        }
    }

    private void settle(Waiting next) {
        if (next.isText()) {
            count(next.bytes.length);
            Arrays.fill(next.bytes, (byte) 0);
        } else {
            echoed(next);
        }
    }

    /** Keys at the head wait for nothing. */
    private void release() {
        Iterator<Waiting> keys = waiting.iterator();
        while (keys.hasNext()) {
            Waiting next = keys.next();
            if (next.isText()) {
                return;
            }
            keys.remove();
            echoed(next);
        }
    }

    private void echoed(Waiting key) {
        flushCount();
        listener.echoed(key.bytes);
    }

    private void count(int bytes) {
        counted += bytes;
    }

    private void flushCount() {
        if (counted > 0) {
            listener.unechoed(counted);
            counted = 0;
        }
    }

    void close() {
        giveUp();
        flushCount();
    }
}
