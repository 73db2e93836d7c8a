package gatehouse.kernel;

/**
 * Text that somebody else wrote, so that a database takes it: a line of a log that is refused for one character would be missing. NUL,
 * which PostgreSQL does not keep, becomes its picture ␀ (U+2400), half of a character that takes two becomes U+FFFD.
 */
public final class StorableText {
    private static final char NUL_PICTURE = '\u2400';
    private static final char REPLACEMENT = '\ufffd';

    private StorableText() {}

    /** At most {@code longest} characters of it; the cut leaves no half of one. */
    public static String of(String text, int longest) {
        String kept = of(text);
        if (kept.length() <= longest) {
            return kept;
        }
        return kept.substring(0, Character.isHighSurrogate(kept.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** All of it. */
    public static String of(String text) {
        if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints().map(StorableText::storable).forEach(storable::appendCodePoint);
        return storable.toString();
    }

    private static int storable(int point) {
        if (point == 0) {
            return NUL_PICTURE;
        }
        return Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point;
    }

    /**
     * For a database that refuses it all the same, such as one that is not in UTF-8: printable ASCII. Example: é becomes {@code \}{@code u{e9}}.
     */
    public static String inAscii(String text, int longest) {
        StringBuilder ascii = new StringBuilder(text.length() + 8);
        text.codePoints().takeWhile(_ -> ascii.length() < longest).forEach(point -> {
            if (point >= ' ' && point <= '~') {
                ascii.append((char) point);
                return;
            }
            ascii.append("\\u{%x}".formatted(point));
        });
        return ascii.substring(0, Math.min(longest, ascii.length()));
    }
}
