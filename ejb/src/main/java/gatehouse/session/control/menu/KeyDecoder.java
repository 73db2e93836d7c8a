package gatehouse.session.control.menu;

import java.util.function.Consumer;

/**
 * Bytes from a terminal → keys: UTF-8, control characters, the CSI and SS3 sequences of cursor keys (ECMA-48, xterm's ctlseqs),
 * bracketed paste. Any bytes may come in any pieces; what it does not know it drops.
 */
final class KeyDecoder {
    private static final int ESCAPE = 0x1b;
    private static final int REPLACEMENT = 0xfffd;
    private static final int MAX_SEQUENCE = 32;

    private enum State {
        GROUND,
        ESCAPED,
        CSI,
        SS3
    }

    private final Consumer<Key> keys;
    private final StringBuilder sequence = new StringBuilder();
    private State state = State.GROUND;
    private int codePoint;
    private int missing;
    private int minimum;
    private boolean pasting;
    private boolean afterReturn;

    KeyDecoder(Consumer<Key> keys) {
        this.keys = keys;
    }

    void feed(byte[] bytes) {
        feed(bytes, 0, bytes.length);
    }

    void feed(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            feed(bytes[i] & 0xff);
        }
    }

    private void feed(int b) {
        switch (state) {
            case GROUND -> ground(b);
            case ESCAPED -> escaped(b);
            case CSI -> csi(b);
            case SS3 -> {
                state = State.GROUND;
                cursor(b, "");
            }
        }
    }

    private void ground(int b) {
        if (missing > 0 && (b & 0xc0) == 0x80) {
            codePoint = (codePoint << 6) | (b & 0x3f);
            if (--missing == 0) {
                character(wellFormed() ? codePoint : REPLACEMENT);
            }
            return;
        }
        if (missing > 0) {
            missing = 0;
            character(REPLACEMENT);
        }
        if (b < 0x80) {
            ascii(b);
            return;
        }
        lead(b);
    }

    private boolean wellFormed() {
        return codePoint >= minimum && codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
    }

    private void lead(int b) {
        if (b >= 0xc2 && b <= 0xdf) {
            sequenceOf(1, b & 0x1f, 0x80);
        } else if (b >= 0xe0 && b <= 0xef) {
            sequenceOf(2, b & 0x0f, 0x800);
        } else if (b >= 0xf0 && b <= 0xf4) {
            sequenceOf(3, b & 0x07, 0x10000);
        } else {
            character(REPLACEMENT);
        }
    }

    private void sequenceOf(int following, int bits, int least) {
        missing = following;
        codePoint = bits;
        minimum = least;
    }

    private void ascii(int b) {
        boolean lineFeedOfPair = b == '\n' && afterReturn;
        afterReturn = b == '\r';
        if (lineFeedOfPair) {
            return;
        }
        if (b == ESCAPE) {
            state = State.ESCAPED;
        } else if (b >= 0x20 && b != 0x7f) {
            character(b);
        } else if (pasting) {
            pasted(b);
        } else {
            control(b);
        }
    }

    private void character(int c) {
        if (Character.isISOControl(c)) {
            return;
        }
        keys.accept(new Key.Typed(c));
    }

    private void pasted(int b) {
        if (b == '\r' || b == '\n') {
            keys.accept(Key.Named.PASTED_BREAK);
        } else if (b == '\t') {
            character(' ');
        }
    }

    private void control(int b) {
        switch (b) {
            case '\r', '\n' -> keys.accept(Key.Named.ENTER);
            case 0x08, 0x7f -> keys.accept(Key.Named.BACKSPACE);
            case 0x01 -> keys.accept(Key.Named.HOME);
            case 0x02 -> keys.accept(Key.Named.LEFT);
            case 0x03 -> keys.accept(Key.Named.CANCEL);
            case 0x04 -> keys.accept(Key.Named.END_OF_INPUT);
            case 0x05 -> keys.accept(Key.Named.END);
            case 0x06 -> keys.accept(Key.Named.RIGHT);
            case 0x0b -> keys.accept(Key.Named.KILL_FORWARD);
            case 0x0c -> keys.accept(Key.Named.REDRAW);
            case 0x0e -> keys.accept(Key.Named.DOWN);
            case 0x10 -> keys.accept(Key.Named.UP);
            case 0x15 -> keys.accept(Key.Named.KILL_BACKWARD);
            case 0x17 -> keys.accept(Key.Named.KILL_WORD);
            default -> {}
        }
    }

    private void escaped(int b) {
        sequence.setLength(0);
        state = switch (b) {
            case '[' -> State.CSI;
            case 'O' -> State.SS3;
            case ESCAPE -> State.ESCAPED;
            default -> State.GROUND;
        };
        if (state != State.GROUND || pasting) {
            return;
        }
        switch (b) {
            case 'b' -> keys.accept(Key.Named.WORD_LEFT);
            case 'f' -> keys.accept(Key.Named.WORD_RIGHT);
            case 0x7f -> keys.accept(Key.Named.KILL_WORD);
            case 0x03 -> keys.accept(Key.Named.CANCEL);
            case '\r' -> keys.accept(Key.Named.ENTER);
            default -> {}
        }
    }

    private void csi(int b) {
        if (b >= 0x40 && b <= 0x7e) {
            state = State.GROUND;
            finishCsi(b);
        } else if (b < 0x20 || b > 0x7e) {
            state = State.GROUND;
            ground(b);
        } else if (sequence.length() < MAX_SEQUENCE) {
            sequence.append((char) b);
        }
    }

    private void finishCsi(int last) {
        String parameters = sequence.toString();
        if (last != '~') {
            cursor(last, parameters);
            return;
        }
        switch (parameters) {
            case "200" -> paste(true);
            case "201" -> paste(false);
            case "1", "7" -> emit(Key.Named.HOME);
            case "4", "8" -> emit(Key.Named.END);
            case "3" -> emit(Key.Named.DELETE);
            default -> {}
        }
    }

    private void paste(boolean begins) {
        pasting = begins;
        keys.accept(begins ? Key.Named.PASTE_BEGIN : Key.Named.PASTE_END);
    }

    private void cursor(int last, String parameters) {
        boolean modified = parameters.startsWith("1;");
        switch (last) {
            case 'A' -> emit(Key.Named.UP);
            case 'B' -> emit(Key.Named.DOWN);
            case 'C' -> emit(modified ? Key.Named.WORD_RIGHT : Key.Named.RIGHT);
            case 'D' -> emit(modified ? Key.Named.WORD_LEFT : Key.Named.LEFT);
            case 'H' -> emit(Key.Named.HOME);
            case 'F' -> emit(Key.Named.END);
            default -> {}
        }
    }

    /** Sequences inside a paste are text that pretends to be keys: dropped. */
    private void emit(Key.Named key) {
        if (!pasting) {
            keys.accept(key);
        }
    }
}
