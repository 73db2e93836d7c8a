package gatehouse.connector.telnet.wire;

import java.util.Arrays;

/**
 * Takes a stream of a telnet peer apart (RFC 854): data on one side, commands on the other. Works on whatever pieces the stream comes
 * in, and keeps at most one subnegotiation of {@value #LONGEST} bytes; a longer one is left out.
 */
final class TelnetParser {
    /** Longest content of a subnegotiation. Those that Gatehouse understands have a byte or two. */
    static final int LONGEST = 512;

    /** Hears what is not data, in the order of the stream. */
    interface Listener {
        /** @param verb one of WILL, WONT, DO, DONT */
        void negotiation(int verb, int option);

        void subnegotiation(int option, byte[] content);

        /** Whether bytes come as they are now (RFC 856), so that a carriage return means itself. */
        boolean isBinary();
    }

    private enum State {
        DATA,
        CARRIAGE_RETURN,
        COMMAND,
        NEGOTIATION,
        SUB_OPTION,
        SUB,
        SUB_COMMAND
    }

    private final Listener listener;
    private final byte[] sub = new byte[LONGEST];
    private State state = State.DATA;
    private int verb;
    private int subOption;
    private int subLength;

    private byte[] data = {};
    private int dataLength;

    TelnetParser(Listener listener) {
        this.listener = listener;
    }

    /** Gives the data of this piece. */
    byte[] parse(byte[] bytes, int offset, int length) {
        data = new byte[length];
        dataLength = 0;
        for (int i = offset; i < offset + length; i++) {
            state = step(bytes[i] & 0xff);
        }
        byte[] found = dataLength == length ? data : Arrays.copyOf(data, dataLength);
        data = new byte[0];
        return found;
    }

    private State step(int b) {
        return switch (state) {
            case DATA -> data(b);
            // RFC 854: a carriage return that is no line end is followed by NUL
            case CARRIAGE_RETURN -> b == 0 && !listener.isBinary() ? State.DATA : data(b);
            case COMMAND -> command(b);
            case NEGOTIATION -> negotiation(b);
            case SUB_OPTION -> subOption(b);
            case SUB -> b == TelnetCode.IAC ? State.SUB_COMMAND : subData(b);
            case SUB_COMMAND -> subCommand(b);
        };
    }

    private State data(int b) {
        if (b == TelnetCode.IAC) {
            return State.COMMAND;
        }
        data[dataLength++] = (byte) b;
        return b == '\r' ? State.CARRIAGE_RETURN : State.DATA;
    }

    private State command(int b) {
        return switch (b) {
            case TelnetCode.IAC -> {
                data[dataLength++] = (byte) b;
                yield State.DATA;
            }
            case TelnetCode.WILL, TelnetCode.WONT, TelnetCode.DO, TelnetCode.DONT -> {
                verb = b;
                yield State.NEGOTIATION;
            }
            case TelnetCode.SB -> State.SUB_OPTION;
            // go ahead, no operation, data mark and the rest: nothing to do for a client
            default -> State.DATA;
        };
    }

    private State negotiation(int b) {
        listener.negotiation(verb, b);
        return State.DATA;
    }

    private State subOption(int b) {
        subOption = b;
        subLength = 0;
        return State.SUB;
    }

    private State subData(int b) {
        if (subLength < LONGEST) {
            sub[subLength] = (byte) b;
        }
        subLength = Math.min(subLength + 1, LONGEST + 1);
        return State.SUB;
    }

    private State subCommand(int b) {
        if (b == TelnetCode.IAC) {
            return subData(b);
        }
        if (subLength <= LONGEST) {
            listener.subnegotiation(subOption, Arrays.copyOf(sub, subLength));
        }
        // a peer that forgot the end: what follows IAC is a command of its own
        return b == TelnetCode.SE ? State.DATA : command(b);
    }
}
