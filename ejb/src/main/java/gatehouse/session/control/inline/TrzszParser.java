package gatehouse.session.control.inline;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * One direction of trzsz while a transfer runs: lines {@code #TYPE:payload}. The payload of {@code DATA} may be long and is told in
 * pieces; with binary data it is a length, and as many bytes follow. Lines of another form are terminal. While the terminal at the target
 * may still echo or tmux may still paint, something else may stand in a line before its {@code #}: trzsz reads from the last one, too.
 */
final class TrzszParser {
    /** Told while bytes are sorted. */
    interface Events {
        void line(Side from, String type, String payload);

        /** @param binary behind a length rather than base64 */
        void data(Side from, byte[] bytes, int length, boolean binary);

        /** One {@code DATA} is complete. */
        void dataEnded(Side from);
    }

    private static final int LONGEST_TYPE = 8;
    private static final int LONGEST_PAYLOAD = 16 * 1024;
    private static final int PIECE = 8 * 1024;
    private static final String DATA = "DATA";
    private static final String BEHIND_A_LINE = "! \t\n\u000b\f\r";

    private enum State {
        START,
        TYPE,
        PAYLOAD,
        BINARY,
        TEXT
    }

    private final Side side;
    private final Predicate<String> known;
    private final Events events;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final byte[] piece = new byte[PIECE];
    private State state = State.START;
    private String type = "";
    private int pieceLength;
    private boolean binary;
    private boolean junk;
    private long left;

    /** @param known which types may come from this side */
    TrzszParser(Side side, Predicate<String> known, Events events) {
        this.side = side;
        this.known = known;
        this.events = events;
    }

    /** Whether lengths and bytes are to come as data. */
    void binary(boolean wanted) {
        binary = wanted;
    }

    /** Whether something else may stand before a line. */
    void junk(boolean expected) {
        junk = expected;
    }

    void sort(byte[] bytes, int offset, int length, Sorted sorted) {
        for (int i = offset; i < offset + length; i++) {
            sort(bytes[i], sorted);
        }
    }

    private void sort(byte one, Sorted sorted) {
        switch (state) {
            case START -> start(one, sorted);
            case TYPE -> type(one, sorted);
            case PAYLOAD -> payload(one, sorted);
            case BINARY -> binary(one, sorted);
            case TEXT -> text(one, sorted);
        }
    }

    private void start(byte one, Sorted sorted) {
        if (one == '#') {
            held.reset();
            held.write(one);
            state = State.TYPE;
            return;
        }
        sorted.add(one, false);
        // escape sequences that restore a cursor may stand before a line
        state = one == '\n' || one == '\r' ? State.START : State.TEXT;
    }

    private void text(byte one, Sorted sorted) {
        if (junk && one == '#') {
            start(one, sorted);
            return;
        }
        sorted.add(one, false);
        state = one == '\n' ? State.START : State.TEXT;
    }

    private void type(byte one, Sorted sorted) {
        if (junk && one == '#') {
            release(sorted, false);
            start(one, sorted);
            return;
        }
        held.write(one);
        String word = held.toString(StandardCharsets.ISO_8859_1).substring(1);
        boolean letter = Character.isLetterOrDigit(one & 0xff);
        if (one == ':' && known.test(word.substring(0, word.length() - 1))) {
            type = word.substring(0, word.length() - 1);
            release(sorted, true);
            pieceLength = 0;
            state = State.PAYLOAD;
        } else if (!letter || word.length() > LONGEST_TYPE) {
            release(sorted, false);
            state = one == '\n' ? State.START : State.TEXT;
        }
    }

    private void release(Sorted sorted, boolean carried) {
        for (byte b : held.toByteArray()) {
            sorted.add(b, carried);
        }
        held.reset();
    }

    private void payload(byte one, Sorted sorted) {
        sorted.add(one, true);
        boolean data = type.equals(DATA) && !binary;
        if (one == '\n') {
            state = State.START;
            ended(data);
        } else if (data) {
            collect(one);
        } else if (held.size() < LONGEST_PAYLOAD) {
            held.write(one);
        } else {
            held.reset();
            state = State.TEXT;
        }
    }

    private void ended(boolean data) {
        if (data) {
            tell();
            events.dataEnded(side);
            return;
        }
        String payload = stripped(held.toString(StandardCharsets.ISO_8859_1));
        held.reset();
        if (!type.equals(DATA)) {
            events.line(side, type, payload);
            return;
        }
        left = payload.matches("[0-9]{1,9}") ? Long.parseLong(payload) : 0;
        state = left > 0 ? State.BINARY : State.START;
    }

    /** Without the blanks and exclamation marks at its end. */
    static String stripped(String line) {
        int end = line.length();
        while (end > 0 && BEHIND_A_LINE.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
    }

    private void binary(byte one, Sorted sorted) {
        sorted.add(one, true);
        collect(one);
        if (--left == 0) {
            tell();
            events.dataEnded(side);
            state = State.START;
        }
    }

    private void collect(byte one) {
        piece[pieceLength++] = one;
        if (pieceLength == PIECE) {
            tell();
        }
    }

    private void tell() {
        if (pieceLength > 0) {
            events.data(side, piece, pieceLength, binary);
            pieceLength = 0;
        }
    }
}
