package gatehouse.session.control.inline;

/** What escaped bytes of ZMODEM mean, one after the other. */
final class ZmodemEscapes {
    /** More is needed. */
    static final int PENDING = -1;

    static final int BROKEN = -2;
    private static final int XON = 0x11;
    private static final int XOFF = 0x13;

    private boolean escaping;

    void reset() {
        escaping = false;
    }

    /** The byte that was meant, {@link #PENDING}, {@link #BROKEN}, or a frame end plus 256. */
    int meant(int b) {
        if (!escaping) {
            escaping = b == ZmodemParser.ZDLE;
            return escaping || isFlow(b) ? PENDING : b;
        }
        if (b == ZmodemParser.ZDLE) {
            return PENDING;
        }
        escaping = false;
        if (b >= 'h' && b <= 'k') {
            return 256 + b;
        }
        return switch (b) {
            case 'l' -> 0x7f;
            case 'm' -> 0xff;
            default -> (b & 0x60) == 0x40 ? b ^ 0x40 : BROKEN;
        };
    }

    /** XON and XOFF, each perhaps with its highest bit. */
    static boolean isFlow(int b) {
        return (b & 0x7f) == XON || (b & 0x7f) == XOFF;
    }
}
