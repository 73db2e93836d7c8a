package gatehouse.session.control.recording;

/** Tells printable bytes from control characters and escape sequences (ECMA-48 section 5), byte by byte. */
final class EscapeScan {
    private static final int ESCAPE = 0x1b;
    private static final int BELL = 0x07;

    private enum State {
        GROUND,
        ESCAPED,
        SINGLE,
        SEQUENCE,
        STRING
    }

    private State state = State.GROUND;

    boolean isPrintable(int b) {
        boolean printable = state == State.GROUND && b >= 0x20 && b != 0x7f;
        state = next(b);
        return printable;
    }

    private State next(int b) {
        if (b == ESCAPE) {
            return State.ESCAPED;
        }
        return switch (state) {
            case GROUND, SINGLE -> State.GROUND;
            case ESCAPED -> afterEscape(b);
            case SEQUENCE -> (b >= 0x40 && b <= 0x7e) || b < 0x20 ? State.GROUND : State.SEQUENCE;
            case STRING -> b == BELL || b == '\r' || b == '\n' ? State.GROUND : State.STRING;
        };
    }

    private static State afterEscape(int b) {
        return switch (b) {
            case '[' -> State.SEQUENCE;
            case 'O', '(', ')' -> State.SINGLE;
            case ']', 'P', '_', '^' -> State.STRING;
            default -> State.GROUND;
        };
    }
}
