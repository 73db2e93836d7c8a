package gatehouse.connector.spi.dialogue;

import java.util.regex.Pattern;

/**
 * A text that a regular expression may look at only so often: patterns are written by administrators and texts by devices, and
 * together they may take for ever ({@code (a+)+$} and many times {@code a}).
 */
public final class BoundedSearch implements CharSequence {
    /** The pattern needs more steps, or more stack, than are granted. */
    public static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exceeded(Throwable cause) {
            super(cause);
        }
    }

    /** Some tens of milliseconds; the patterns that come with Gatehouse need some thousands. */
    static final int MOST = 4_000_000;

    private static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super(null, null, false, false);
        }
    }

    private final CharSequence text;
    private int left = MOST;

    private BoundedSearch(CharSequence text) {
        this.text = text;
    }

    /** @throws Exceeded */
    public static boolean finds(Pattern pattern, String text) {
        try {
            return pattern.matcher(new BoundedSearch(text)).find();
        } catch (Spent | StackOverflowError tooMuch) {
            throw new Exceeded(tooMuch);
        }
    }

    @Override
    public char charAt(int index) {
        if (left-- == 0) {
            throw new Spent();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
