package gatehouse.connector.spi.dialogue;

import java.nio.CharBuffer;

/** Leaves escape sequences (ECMA-48: CSI, OSC and other strings, single ones) and control characters but line feed and tab out. */
final class EscapeFilter {
    private enum State {
        TEXT,
        ESCAPE,
        INTERMEDIATE,
        SEQUENCE,
        STRING,
        STRING_ESCAPE
    }

    private static final char ESC = 0x1b;
    private static final char BELL = 0x07;

    private State state = State.TEXT;

    void filter(CharBuffer in, StringBuilder out) {
        while (in.hasRemaining()) {
            step(in.get(), out);
        }
    }

    private void step(char c, StringBuilder out) {
        state = switch (state) {
            case TEXT -> text(c, out);
            case ESCAPE -> escape(c);
            case INTERMEDIATE -> c >= 0x20 && c <= 0x2f ? State.INTERMEDIATE : State.TEXT;
            case SEQUENCE -> c >= 0x20 && c <= 0x3f ? State.SEQUENCE : restart(c);
            case STRING -> string(c);
            case STRING_ESCAPE -> c == '\\' ? State.TEXT : string(c);
        };
    }

    private static State text(char c, StringBuilder out) {
        if (c == ESC) {
            return State.ESCAPE;
        }
        if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
            out.append(c);
        } else if (c == '\b' && !out.isEmpty()) {
            out.setLength(out.length() - 1);
        }
        return State.TEXT;
    }

    private static State escape(char c) {
        return switch (c) {
            case '[' -> State.SEQUENCE;
            case ']', 'P', 'X', '^', '_' -> State.STRING;
            case ESC -> State.ESCAPE;
            default -> c >= 0x20 && c <= 0x2f ? State.INTERMEDIATE : State.TEXT;
        };
    }

    /** A sequence is over with its last byte; an escape within it begins another one. */
    private static State restart(char c) {
        return c == ESC ? State.ESCAPE : State.TEXT;
    }

    /** Line breaks end a string that was never one, so that nothing is swallowed for ever. */
    private static State string(char c) {
        return switch (c) {
            case BELL, '\n', '\r' -> State.TEXT;
            case ESC -> State.STRING_ESCAPE;
            default -> State.STRING;
        };
    }
}
