package gatehouse.session.control.inline;

import java.util.Arrays;

/**
 * One direction of ZMODEM (Chuck Forsberg, "The ZMODEM Inter Application File Transfer Protocol", 1988). It finds frames in a stream
 * that may carry anything else, too:
 *
 * <pre>
 * hex header     ** ZDLE B, then type, 4 bytes and CRC-16 in hexadecimal, CR, LF, perhaps XON
 * binary header  * ZDLE A (CRC-16) or C (CRC-32), then the same as escaped bytes
 * subpacket      escaped bytes, ZDLE and one of h i j k, CRC; after h and k a header follows, after i and j a subpacket
 * </pre>
 *
 * A header counts only with its right CRC. Five CAN (the same byte as ZDLE) in a row cancel. While idle only hex headers are looked
 * for, and nothing is held back but an unfinished one from its ZDLE on; where one more is expected, from its first star on.
 */
final class ZmodemParser {
    /** Told while bytes are sorted. */
    interface Events {
        /**
         * @param value the four bytes, the first one lowest
         * @return whether it belongs to a transfer although none runs
         */
        boolean header(Side from, int type, long value);

        /**
         * What a frame carries, piece by piece. {@code data} is valid only during the call.
         *
         * @param right as its CRC says; the receiver asks again for what is not
         */
        void subpacket(Side from, byte[] data, int length, boolean right);

        void cancelled();
    }

    static final int ZDLE = 0x18;
    private static final int BACKSPACE = 8;
    private static final int XON = 0x11;
    private static final int FIRST_DATA = 2048;
    private static final int MOST_DATA = 16 * 1024;
    private static final int CANCELS = 5;
    /** ZDLE, its letter, and a CRC-32 that is escaped throughout. */
    private static final int LONGEST_END = 10;

    private static final int HEX_DIGITS = 14;
    private static final String WITH_DATA = "\2\4\12\22\23"; // ZSINIT, ZFILE, ZDATA, ZCOMMAND, ZSTDERR

    private enum State {
        TERMINAL,
        STARS,
        FORMAT,
        HEX,
        BINARY,
        TRAILER,
        DATA,
        CHECK,
        OVER,
        CANCELLED
    }

    private final Side side;
    private final Events events;
    private final byte[] held = new byte[64];
    private final int[] header = new int[HEX_DIGITS];
    private final ZmodemEscapes escapes = new ZmodemEscapes();
    private State state = State.TERMINAL;
    private boolean active;
    private int heldLength;
    private int headerLength;
    private int headerWanted;
    private boolean crc32;
    private int cans;
    private int step;
    private boolean dataFollows;
    private byte[] data = {};
    private int dataLength;
    private int frameLength;
    private int lastFrameLength;
    private int frameEnd;
    private long check;
    private int checkLength;

    ZmodemParser(Side side, Events events) {
        this.side = side;
        this.events = events;
    }

    /** While a transfer runs every kind of header counts, and CAN. */
    void activate(boolean now) {
        active = now;
        cans = 0;
        if (!now) {
            data = new byte[0];
            dataLength = 0;
            dataFollows = false;
            state = state == State.DATA || state == State.CHECK ? State.TERMINAL : state;
        }
    }

    /** The transfer is over; two "O" may follow. */
    void expectOver() {
        state = State.OVER;
        step = 0;
    }

    /** Nothing is under way. */
    boolean isAtRest() {
        return !active && state == State.TERMINAL;
    }

    /** Of the last subpacket as it came; each byte may be escaped, nothing else counts. */
    int frameLength() {
        return lastFrameLength;
    }

    /** @param expecting the transfer is over, and one more header may come before anything else */
    void sort(byte[] bytes, int offset, int length, Sorted sorted, boolean expecting) {
        if (!active && state == State.TERMINAL && !mayBegin(bytes, offset, length)) {
            sorted.terminal(bytes, offset, length);
            return;
        }
        for (int i = offset; i < offset + length; i++) {
            sort(bytes[i], sorted);
        }
        boolean mayBeExpected = expecting && sorted.terminalLength() == 0;
        if (!active && state == State.STARS && !mayBeExpected) {
            release(sorted, false);
        }
    }

    private static boolean mayBegin(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == ZDLE) {
                return true;
            }
        }
        return length > 0 && bytes[offset + length - 1] == '*';
    }

    private void sort(byte one, Sorted sorted) {
        int b = one & 0xff;
        switch (state) {
            case TERMINAL -> terminal(one, sorted);
            case STARS -> {
                if (b == ZDLE) {
                    hold(one, State.FORMAT);
                } else if (b == '*' && heldLength < 4) {
                    hold(one, State.STARS);
                } else {
                    notThis(one, sorted);
                }
            }
            case FORMAT -> format(one, sorted);
            case HEX, BINARY -> headerByte(one, sorted);
            case TRAILER -> trailer(one, sorted);
            case DATA, CHECK -> {
                sorted.add(one, true);
                body(b);
            }
            case OVER -> {
                boolean over = b == 'O' && step++ < 2;
                again(one, sorted, over);
            }
            case CANCELLED -> again(one, sorted, b == ZDLE || b == BACKSPACE);
        }
    }

    /** Carried, or the state is left and the byte is looked at as any other. */
    private void again(byte one, Sorted sorted, boolean carried) {
        if (carried) {
            sorted.add(one, true);
            return;
        }
        state = State.TERMINAL;
        sort(one, sorted);
    }

    private void terminal(byte one, Sorted sorted) {
        if (one == '*') {
            hold(one, State.STARS);
            return;
        }
        boolean can = active && one == ZDLE;
        sorted.add(one, can || (active && ZmodemEscapes.isFlow(one)));
        cancels(can);
    }

    /** Counts what may become a cancellation. */
    private boolean cancels(boolean can) {
        cans = can ? cans + 1 : 0;
        if (cans < CANCELS) {
            return false;
        }
        cans = 0;
        state = State.CANCELLED;
        events.cancelled();
        return true;
    }

    private void hold(byte one, State next) {
        held[heldLength++] = one;
        state = next;
    }

    private void release(Sorted sorted, boolean carried) {
        for (int i = 0; i < heldLength; i++) {
            sorted.add(held[i], carried);
        }
        heldLength = 0;
    }

    /** What was held is no frame. */
    private void notThis(byte one, Sorted sorted) {
        release(sorted, false);
        state = State.TERMINAL;
        sort(one, sorted);
    }

    private void format(byte one, Sorted sorted) {
        int wanted = switch (one) {
            case 'B' -> HEX_DIGITS;
            case 'A' -> active ? 7 : 0;
            case 'C' -> active ? 9 : 0;
            default -> 0;
        };
        if (wanted == 0) {
            notThis(one, sorted);
            return;
        }
        crc32 = one == 'C';
        headerWanted = wanted;
        headerLength = 0;
        escapes.reset();
        hold(one, one == 'B' ? State.HEX : State.BINARY);
    }

    private void headerByte(byte one, Sorted sorted) {
        int value = state == State.HEX ? Character.digit(one, 16) : escapes.meant(one & 0xff);
        boolean broken = value == ZmodemEscapes.BROKEN || value > 255 || (state == State.HEX && value < 0);
        if (broken || heldLength == held.length) {
            notThis(one, sorted);
            return;
        }
        hold(one, state);
        if (value != ZmodemEscapes.PENDING) {
            header[headerLength++] = value;
        }
        if (headerLength == headerWanted) {
            headerComplete(sorted);
        }
    }

    private void headerComplete(Sorted sorted) {
        boolean hex = state == State.HEX;
        byte[] bytes = new byte[hex ? HEX_DIGITS / 2 : headerWanted];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (hex ? (header[2 * i] << 4) | header[2 * i + 1] : header[i]);
        }
        if (!isRight(bytes)) {
            release(sorted, false);
            state = State.TERMINAL;
            return;
        }
        dataFollows = WITH_DATA.indexOf(bytes[0]) >= 0;
        frameLength = 0;
        step = 0;
        dataLength = 0;
        escapes.reset();
        boolean before = active;
        boolean late = events.header(side, bytes[0], value(bytes));
        boolean ours = late || before || active;
        release(sorted, ours);
        dataFollows = dataFollows && active;
        state = !ours ? State.TERMINAL : hex ? State.TRAILER : afterHeader();
    }

    private static long value(byte[] header) {
        return ZmodemChecks.littleEndian(header, 1);
    }

    private State afterHeader() {
        return dataFollows ? State.DATA : State.TERMINAL;
    }

    private boolean isRight(byte[] bytes) {
        if (crc32) {
            return ZmodemChecks.crc32(bytes, 5) == ZmodemChecks.littleEndian(bytes, 5);
        }
        return ZmodemChecks.crc16(bytes, 7) == 0;
    }

    /** CR, LF and XON behind a hex header, each perhaps with its highest bit. */
    private void trailer(byte one, Sorted sorted) {
        int[] wanted = {'\r', '\n', XON};
        while (step < wanted.length) {
            if ((one & 0x7f) == wanted[step++]) {
                sorted.add(one, true);
                return;
            }
        }
        state = afterHeader();
        sort(one, sorted);
    }

    private void body(int b) {
        frameLength++;
        if (cancels(b == ZDLE)) {
            return;
        }
        int value = escapes.meant(b);
        if (value == ZmodemEscapes.PENDING) {
            return;
        }
        if (value == ZmodemEscapes.BROKEN || (state == State.CHECK && value > 255) || dataLength == MOST_DATA) {
            state = State.TERMINAL;
        } else if (state == State.CHECK) {
            check(value);
        } else if (value > 255) {
            frameEnd = value - 256;
            check = 0;
            checkLength = 0;
            state = State.CHECK;
        } else {
            append((byte) value);
        }
    }

    private void append(byte value) {
        if (dataLength == data.length) {
            data = Arrays.copyOf(data, Math.max(FIRST_DATA, 2 * dataLength));
        }
        data[dataLength++] = value;
    }

    private void check(int value) {
        check = crc32 ? check | ((long) value << (8 * checkLength)) : (check << 8) | value;
        checkLength++;
        if (checkLength < (crc32 ? 4 : 2)) {
            return;
        }
        int length = dataLength;
        lastFrameLength = Math.min(frameLength, 2 * length + LONGEST_END);
        frameLength = 0;
        append((byte) frameEnd);
        long right = crc32 ? ZmodemChecks.crc32(data, dataLength) : ZmodemChecks.crc16(data, dataLength);
        dataLength = 0;
        state = frameEnd == 'h' || frameEnd == 'k' ? State.TERMINAL : State.DATA;
        events.subpacket(side, data, length, check == right);
    }
}
