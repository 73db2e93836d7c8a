package gatehouse.session.control.screen;

/**
 * Cuts a terminal's output into characters, controls and sequences (ECMA-48; states as in Paul Williams' parser of DEC terminals).
 * Any bytes may come in any pieces; sequences are bounded, broken ones are dropped.
 */
final class VtParser {
    /** What was found. */
    interface Handler {
        void print(int codePoint);

        /** ASCII, all printable: the fast path of floods. */
        void printAscii(byte[] bytes, int offset, int length);

        void control(int control);

        /** @param intermediate 0 or the last byte of 0x20 to 0x2f */
        void escape(int intermediate, int last);

        /** @param prefix 0 or one of {@code <=>?} */
        void sequence(int prefix, int intermediate, Parameters parameters, int last);

        void operatingSystemCommand(String command);
    }

    private static final int LONGEST_COMMAND = 4096;
    private static final int REPLACEMENT = 0xfffd;

    private enum State {
        GROUND,
        ESCAPE,
        SEQUENCE,
        COMMAND,
        COMMAND_ESCAPE,
        STRING,
        STRING_ESCAPE
    }

    private final Handler handler;
    private final Parameters parameters = new Parameters();
    private final StringBuilder command = new StringBuilder();
    private final Utf8 utf8 = new Utf8();
    private State state = State.GROUND;
    private int position;
    private int prefix;
    private int intermediate;

    VtParser(Handler handler) {
        this.handler = handler;
    }

    /** Forgets what was begun, after bytes were left out. */
    void reset() {
        state = State.GROUND;
        utf8.reset();
    }

    void feed(byte[] bytes, int offset, int length) {
        int end = offset + length;
        position = offset;
        while (position < end) {
            if (state == State.GROUND && !utf8.isPending() && isPrintable(bytes[position])) {
                int from = position;
                while (position < end && isPrintable(bytes[position])) {
                    position++;
                }
                handler.printAscii(bytes, from, position - from);
            } else {
                step(bytes[position++] & 0xff);
            }
        }
    }

    /** Index behind the byte that is being looked at. */
    int position() {
        return position;
    }

    private static boolean isPrintable(byte b) {
        return b >= 0x20 && b < 0x7f;
    }

    private void step(int b) {
        switch (state) {
            case GROUND -> ground(b);
            case ESCAPE -> escape(b);
            case SEQUENCE -> sequence(b);
            case COMMAND -> command(b);
            case COMMAND_ESCAPE -> endOfCommand(b);
            case STRING -> string(b);
            case STRING_ESCAPE -> {
                state = b == 0x1b ? State.STRING_ESCAPE : State.STRING;
                if (b == '\\') {
                    state = State.GROUND;
                }
            }
        }
    }

    private void ground(int b) {
        if (b >= 0x80 || utf8.isPending()) {
            int c = utf8.accept(b);
            if (utf8.wasCut()) {
                handler.print(REPLACEMENT);
            }
            if (c >= 0xa0) {
                handler.print(c);
            }
            if (!utf8.wasCut() || b >= 0x80) {
                return;
            }
        }
        if (b == 0x1b) {
            begin();
        } else if (b < 0x20) {
            handler.control(b);
        } else if (b < 0x7f) {
            handler.print(b);
        }
    }

    private void begin() {
        state = State.ESCAPE;
        parameters.clear();
        prefix = 0;
        intermediate = 0;
    }

    private void escape(int b) {
        if (b == 0x1b) {
            begin();
        } else if (b == 0x18 || b == 0x1a) {
            state = State.GROUND;
        } else if (b < 0x20) {
            handler.control(b);
        } else if (b < 0x30) {
            intermediate = b;
        } else if (intermediate == 0 && opensString(b)) {
            command.setLength(0);
        } else {
            state = State.GROUND;
            if (b < 0x7f) {
                handler.escape(intermediate, b);
            }
        }
    }

    private boolean opensString(int b) {
        State next = switch (b) {
            case '[' -> State.SEQUENCE;
            case ']' -> State.COMMAND;
            case 'P', 'X', '^', '_', 'k' -> State.STRING;
            default -> State.ESCAPE;
        };
        state = next;
        return next != State.ESCAPE;
    }

    private void sequence(int b) {
        if (b == 0x1b) {
            begin();
        } else if (b == 0x18 || b == 0x1a || b >= 0x7f) {
            state = State.GROUND;
        } else if (b < 0x20) {
            handler.control(b);
        } else if (b < 0x30) {
            intermediate = b;
        } else if (b <= '9') {
            parameters.digit(b - '0');
        } else if (b == ';' || b == ':') {
            parameters.separator();
        } else if (b < 0x40) {
            prefix = b;
        } else {
            state = State.GROUND;
            handler.sequence(prefix, intermediate, parameters, b);
        }
    }

    private void command(int b) {
        if (b == 0x1b) {
            state = State.COMMAND_ESCAPE;
        } else if (b == 0x07) {
            state = State.GROUND;
            handler.operatingSystemCommand(command.toString());
        } else if (b == 0x18 || b == 0x1a) {
            state = State.GROUND;
        } else if (command.length() < LONGEST_COMMAND) {
            command.append((char) b);
        }
    }

    private void endOfCommand(int b) {
        if (b == '\\') {
            state = State.GROUND;
            handler.operatingSystemCommand(command.toString());
            return;
        }
        begin();
        escape(b);
    }

    private void string(int b) {
        if (b == 0x1b) {
            state = State.STRING_ESCAPE;
        } else if (b == 0x18 || b == 0x1a || b == 0x07) {
            state = State.GROUND;
        }
    }
}
