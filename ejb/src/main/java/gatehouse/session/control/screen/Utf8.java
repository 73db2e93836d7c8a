package gatehouse.session.control.screen;

/** UTF-8 (RFC 3629), byte by byte; what is not well formed becomes U+FFFD once for each broken piece. */
public final class Utf8 {
    /** Nothing is complete yet. */
    public static final int NOTHING = -1;

    private static final int REPLACEMENT = 0xfffd;

    private int codePoint;
    private int missing;
    private int least;
    private boolean cut;

    public void reset() {
        missing = 0;
    }

    public boolean isPending() {
        return missing > 0;
    }

    /** Whether the last byte broke off a character that had begun; when it is below 0x80 it was not looked at otherwise. */
    public boolean wasCut() {
        return cut;
    }

    /** @return a code point, U+FFFD, or {@link #NOTHING} */
    public int accept(int b) {
        cut = false;
        if (missing > 0 && (b & 0xc0) == 0x80) {
            codePoint = (codePoint << 6) | (b & 0x3f);
            return --missing == 0 ? complete() : NOTHING;
        }
        cut = missing > 0;
        missing = 0;
        if (b < 0x80) {
            return cut ? NOTHING : b;
        }
        return lead(b);
    }

    private int complete() {
        boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
        return codePoint < least || codePoint > 0x10ffff || surrogate ? REPLACEMENT : codePoint;
    }

    private int lead(int b) {
        if (b >= 0xc2 && b <= 0xdf) {
            return begin(1, b & 0x1f, 0x80);
        }
        if (b >= 0xe0 && b <= 0xef) {
            return begin(2, b & 0x0f, 0x800);
        }
        if (b >= 0xf0 && b <= 0xf4) {
            return begin(3, b & 0x07, 0x10000);
        }
        return REPLACEMENT;
    }

    private int begin(int following, int bits, int smallest) {
        missing = following;
        codePoint = bits;
        least = smallest;
        return NOTHING;
    }
}
