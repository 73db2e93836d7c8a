package gatehouse.session.control.recording;

import gatehouse.session.control.Typist;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds out which typed bytes the screen echoed, so that no password is written down (R11.5).
 *
 * <p>Typed printable bytes wait. A run of printable output that is exactly the next waiting bytes, perhaps behind a repetition of what
 * was echoed just before (shells that colour a word paint it again), is their echo: they are recorded as input. A run that differs
 * says nothing about them: a program prints what it likes. When the screen goes to a new line although bytes from before the person's
 * Enter still wait, those were not echoed: only their number is recorded. Control characters and escape sequences carry no secret and
 * are recorded as soon as nothing before them waits. Example: {@code ls⏎} echoed as {@code ls\r\n} gives input {@code ls\r}; a
 * password {@code xyz⏎} answered by {@code \r\n} gives "3 not echoed" and {@code \r}.
 *
 * <p>Not thread-safe; its stage calls it under one lock.
 */
final class EchoTracker {
    /** More than anybody types ahead; of a longer paste the beginning counts as not echoed. */
    static final int MAX_WAITING = 4096;

    private static final int MAX_LINE = 512;
    /** Marks a waiting byte that cannot be a secret. */
    private static final int CONTROL = 0x100;

    private final Recorder recorder;
    private final TypistLog typists;
    private final EscapeScan keys = new EscapeScan();
    private final EscapeScan screen = new EscapeScan();
    private char[] waiting = new char[16];
    /** Who typed each waiting byte, as the number that the log gave them. */
    private char[] by = new char[16];

    private int count;
    private int unechoed;
    private char unechoedBy;
    private char[] run = new char[16];
    private int runLength;
    private char[] line = new char[16];
    private int lineLength;

    EchoTracker(Recorder recorder, TypistLog typists) {
        this.recorder = recorder;
        this.typists = typists;
    }

    void typed(byte[] bytes, int offset, int length, Optional<Typist> who) {
        char typist = typists.number(who);
        for (int i = offset; i < offset + length; i++) {
            if (count == MAX_WAITING) {
                settle(count);
            }
            int b = bytes[i] & 0xff;
            waiting = room(waiting, count);
            by = room(by, count);
            by[count] = typist;
            waiting[count++] = (char) (keys.isPrintable(b) ? b : b | CONTROL);
        }
        passControls();
    }

    void shown(byte[] bytes, int offset, int length) {
        if (count == 0) {
            return;
        }
        for (int i = offset; i < offset + length; i++) {
            int b = bytes[i] & 0xff;
            if (screen.isPrintable(b)) {
                run = room(run, runLength);
                run[runLength++] = (char) b;
            } else {
                endRun();
                newLine(b);
            }
        }
        endRun();
    }

    private void endRun() {
        int length = runLength;
        runLength = 0;
        for (int echoed = Math.min(length, count); echoed > 0; echoed--) {
            if (isEcho(length, echoed)) {
                remember(echoed);
                pass(echoed);
                passControls();
                return;
            }
        }
    }

    /** Whether the run is a repetition of the line's end and then the next {@code echoed} waiting bytes. */
    private boolean isEcho(int length, int echoed) {
        int repeated = length - echoed;
        return repeated <= lineLength
                && Arrays.equals(run, repeated, length, waiting, 0, echoed)
                && Arrays.equals(run, 0, repeated, line, lineLength - repeated, lineLength);
    }

    private void remember(int echoed) {
        if (lineLength + echoed > MAX_LINE) {
            lineLength = 0;
        }
        for (int i = 0; i < echoed; i++) {
            line = room(line, lineLength);
            line[lineLength++] = waiting[i];
        }
    }

    private void newLine(int b) {
        if (b != '\n') {
            return;
        }
        lineLength = 0;
        for (int i = 0; i < count; i++) {
            if (waiting[i] == (CONTROL | '\r') || waiting[i] == (CONTROL | '\n')) {
                settle(i);
                passControls();
                return;
            }
        }
    }

    private void passControls() {
        int length = 0;
        while (length < count && waiting[length] >= CONTROL) {
            length++;
        }
        if (length > 0) {
            pass(length);
        }
    }

    private void pass(int length) {
        report();
        int from = 0;
        while (from < length) {
            int to = endOfPart(from, length);
            typists.announce(by[from]);
            recorder.record(EventType.INPUT, bytes(from, to), 0, to - from);
            from = to;
        }
        drop(length);
    }

    private byte[] bytes(int from, int to) {
        byte[] bytes = new byte[to - from];
        for (int i = from; i < to; i++) {
            bytes[i - from] = (byte) waiting[i];
        }
        return bytes;
    }

    /** Where the part ends that one person typed. */
    private int endOfPart(int from, int limit) {
        int to = from;
        while (to < limit && by[to] == by[from]) {
            to++;
        }
        return to;
    }

    /** The first {@code length} waiting bytes were not echoed. */
    private void settle(int length) {
        int from = 0;
        while (from < length) {
            int to = endOfPart(from, length);
            if (by[from] != unechoedBy) {
                report();
                unechoedBy = by[from];
            }
            unechoed += to - from;
            from = to;
        }
        drop(length);
    }

    private void report() {
        if (unechoed > 0) {
            typists.announce(unechoedBy);
            recorder.record(EventType.UNECHOED, Integer.toString(unechoed));
            unechoed = 0;
        }
    }

    /** The end: what still waits was never echoed. */
    void close() {
        settle(count);
        report();
    }

    private void drop(int length) {
        System.arraycopy(waiting, length, waiting, 0, count - length);
        System.arraycopy(by, length, by, 0, count - length);
        Arrays.fill(waiting, count - length, count, '\0');
        count -= length;
    }

    private static char[] room(char[] array, int used) {
        if (used < array.length) {
            return array;
        }
        char[] longer = Arrays.copyOf(array, 2 * array.length);
        Arrays.fill(array, '\0');
        return longer;
    }
}
