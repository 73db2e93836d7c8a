package gatehouse.session.control.command;

import gatehouse.session.control.screen.Utf8;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Cuts what a terminal sends into characters, control keys, sequences and answers. Any bytes may come in any pieces. */
final class TypedKeys {
    /** What a piece of input is. */
    enum Kind {
        /** A character that a screen would echo as itself. */
        TEXT,
        ENTER,
        INTERRUPT,
        /** The beginning or the end of a bracketed paste, and a line break inside. */
        PASTE,
        /** A control key or a cursor key; carries no secret. */
        KEY,
        /** What a terminal says by itself, which may carry anything (a clipboard, for example). */
        ANSWER
    }

    interface Handler {
        /** @param codePoint for {@link Kind#TEXT}; a line feed for a line break, 0 otherwise */
        void typed(Kind kind, int codePoint);
    }

    /**
     * Who it is (DA), its status and the place of its cursor (DSR), its modes, its size, focus, and where the mouse is: said without
     * anybody typing. {@code ESC [ 1 ; 2 R} and its like is F3 with a shift key.
     */
    private static final Pattern ANSWERED =
            Pattern.compile("\033\\[(?:[?>=][\\d;]*(?:[cRnu]|\\$y)|\\d*n|(?!1;[2-8]R)\\d+;\\d+R"
                    + "|\\d+(?:;\\d+)*t|[IO]|<[\\d;]+[mM])");

    private static final int LONGEST = 4096;
    private static final int ESCAPE = 0x1b;

    private enum State {
        GROUND,
        ESCAPED,
        CSI,
        SS3,
        STRING,
        STRING_ESCAPED
    }

    private final Handler handler;
    private final Utf8 utf8 = new Utf8();
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private State state = State.GROUND;
    private boolean pasting;

    TypedKeys(Handler handler) {
        this.handler = handler;
    }

    void feed(byte[] bytes) {
        for (byte b : bytes) {
            feed(b & 0xff);
        }
    }

    private void feed(int b) {
        if (piece.size() >= LONGEST) {
            finish(Kind.ANSWER, 0);
        }
        switch (state) {
            case GROUND -> ground(b);
            case ESCAPED -> escaped(b);
            case CSI -> csi(b);
            case SS3 -> {
                piece.write(b);
                finish(Kind.KEY, 0);
            }
            case STRING -> string(b);
            case STRING_ESCAPED -> {
                piece.write(b);
                if (b == '\\') {
                    finish(Kind.ANSWER, 0);
                } else {
                    state = State.STRING;
                }
            }
        }
    }

    private void finish(Kind kind, int codePoint) {
        state = State.GROUND;
        piece.reset();
        handler.typed(kind, codePoint);
    }

    private void ground(int b) {
        int c = utf8.accept(b);
        if (utf8.wasCut()) {
            finish(Kind.TEXT, 0xfffd);
        }
        piece.write(b);
        if (b < 0x80) {
            ascii(b);
        } else if (c != Utf8.NOTHING) {
            finish(Kind.TEXT, c);
        }
    }

    private void ascii(int b) {
        switch (b) {
            case ESCAPE -> state = State.ESCAPED;
            case '\r', '\n' -> finish(pasting ? Kind.PASTE : Kind.ENTER, '\n');
            case 0x03, 0x1c, 0x1a -> finish(Kind.INTERRUPT, 0);
            default -> finish(b < 0x20 || b == 0x7f ? Kind.KEY : Kind.TEXT, b);
        }
    }

    private void escaped(int b) {
        if (b == ESCAPE) {
            finish(Kind.KEY, 0);
            piece.write(b);
            state = State.ESCAPED;
            return;
        }
        piece.write(b);
        switch (b) {
            case '[' -> state = State.CSI;
            case 'O' -> state = State.SS3;
            case ']', 'P', '_', '^', 'X' -> state = State.STRING;
            case '\r', '\n' -> finish(Kind.ENTER, 0);
            default -> finish(Kind.KEY, 0);
        }
    }

    private void csi(int b) {
        if (b < 0x20 || b > 0x7e) {
            finish(Kind.KEY, 0);
            ground(b);
            return;
        }
        piece.write(b);
        if (b >= 0x40) {
            String sequence = piece.toString(StandardCharsets.ISO_8859_1);
            Kind other = ANSWERED.matcher(sequence).matches() ? Kind.ANSWER : Kind.KEY;
            finish(isPasteMark(sequence) ? Kind.PASTE : other, 0);
        }
    }

    private boolean isPasteMark(String sequence) {
        boolean begins = sequence.equals("\033[200~");
        boolean ends = sequence.equals("\033[201~");
        pasting = begins || (pasting && !ends);
        return begins || ends;
    }

    private void string(int b) {
        piece.write(b);
        if (b == 0x07) {
            finish(Kind.ANSWER, 0);
        } else if (b == ESCAPE) {
            state = State.STRING_ESCAPED;
        }
    }
}
