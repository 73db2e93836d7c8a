package gatehouse.session.control.screen;

/**
 * Colours and attributes of a cell, packed into a long: 8 bits of flags, 28 bits of foreground, 28 of background. A colour is 0
 * (default), {@code 1 << 24} with an index, or {@code 2 << 24} with red, green, blue.
 */
final class Style {
    static final long PLAIN = 0;
    private static final int[] FLAG_CODES = {1, 2, 3, 4, 5, 7, 8, 9};
    private static final int INVERSE = 5;
    private static final int FOREGROUND = 8;
    private static final int BACKGROUND = 36;
    private static final long COLOUR = 0xfffffffL;
    private static final int INDEXED = 1 << 24;
    private static final int DIRECT = 2 << 24;

    private Style() {}

    /** Applies Select Graphic Rendition (ECMA-48 8.3.117, with xterm's 256 and direct colours). */
    static long apply(long style, Parameters parameters) {
        long next = style;
        int count = Math.max(1, parameters.count());
        for (int i = 0; i < count; i++) {
            int code = parameters.get(i, 0);
            if (code == 38 || code == 48) {
                int shift = code == 38 ? FOREGROUND : BACKGROUND;
                next = colour(next, shift, extended(parameters, i));
                i += parameters.get(i + 1, 0) == 2 ? 4 : 2;
            } else {
                next = simple(next, code);
            }
        }
        return next;
    }

    private static int extended(Parameters parameters, int at) {
        if (parameters.get(at + 1, 0) == 5) {
            return INDEXED | (parameters.get(at + 2, 0) & 0xff);
        }
        int red = parameters.get(at + 2, 0) & 0xff;
        int green = parameters.get(at + 3, 0) & 0xff;
        return DIRECT | (red << 16) | (green << 8) | (parameters.get(at + 4, 0) & 0xff);
    }

    private static long simple(long style, int code) {
        if (code == 0) {
            return PLAIN;
        }
        if (code >= 30 && code <= 37) {
            return colour(style, FOREGROUND, INDEXED | (code - 30));
        }
        if (code >= 40 && code <= 47) {
            return colour(style, BACKGROUND, INDEXED | (code - 40));
        }
        if (code >= 90 && code <= 97) {
            return colour(style, FOREGROUND, INDEXED | (code - 82));
        }
        if (code >= 100 && code <= 107) {
            return colour(style, BACKGROUND, INDEXED | (code - 92));
        }
        return switch (code) {
            case 39 -> colour(style, FOREGROUND, 0);
            case 49 -> colour(style, BACKGROUND, 0);
            case 22 -> style & ~0b11L;
            case 21 -> style | 0b1000L;
            default -> flag(style, code);
        };
    }

    private static long flag(long style, int code) {
        for (int bit = 0; bit < FLAG_CODES.length; bit++) {
            if (FLAG_CODES[bit] == code) {
                return style | (1L << bit);
            }
            if (FLAG_CODES[bit] + 20 == code) {
                return style & ~(1L << bit);
            }
        }
        return style;
    }

    private static long colour(long style, int shift, int colour) {
        return (style & ~(COLOUR << shift)) | ((long) colour << shift);
    }

    /** Only the background: what erasing leaves behind (xterm's back colour erase). */
    static long erased(long style) {
        return style & (COLOUR << BACKGROUND);
    }

    /** Whether a blank cell in this style looks like an empty one. */
    static boolean isInvisible(long style) {
        return erased(style) == 0 && (style & ((1L << 3) | (1L << INVERSE))) == 0;
    }

    /** The sequence that sets exactly this style. */
    static String sequence(long style) {
        StringBuilder codes = new StringBuilder("\033[0");
        for (int bit = 0; bit < FLAG_CODES.length; bit++) {
            if (((style >> bit) & 1) != 0) {
                codes.append(';').append(FLAG_CODES[bit]);
            }
        }
        append(codes, 38, (int) ((style >> FOREGROUND) & COLOUR));
        append(codes, 48, (int) ((style >> BACKGROUND) & COLOUR));
        return codes.append('m').toString();
    }

    private static void append(StringBuilder codes, int introducer, int colour) {
        if ((colour & INDEXED) != 0) {
            codes.append(';').append(introducer).append(";5;").append(colour & 0xff);
        } else if ((colour & DIRECT) != 0) {
            codes.append(';').append(introducer).append(";2;").append((colour >> 16) & 0xff);
            codes.append(';').append((colour >> 8) & 0xff).append(';').append(colour & 0xff);
        }
    }
}
