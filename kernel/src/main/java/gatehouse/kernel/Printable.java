package gatehouse.kernel;

/** Text that somebody else wrote, for people and logs: in one line, with what would steer a terminal or turn a line around escaped. */
public final class Printable {
    private static final int LONGEST_QUOTE = 80;

    private Printable() {}

    /** Example: ESC becomes {@code \}{@code u{1b}}, a line feed a backslash and an n, a backslash two; no two texts look alike. */
    public static String of(CharSequence text) {
        return line(text.toString().replace("\\", "\\\\"));
    }

    /** The same for a sentence of ours, which may quote what is printable already: backslashes stay as they are. */
    public static String line(CharSequence text) {
        StringBuilder printable = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\n' -> printable.append("\\n");
                case '\r' -> printable.append("\\r");
                case '\t' -> printable.append("\\t");
                default -> append(printable, point);
            }
        });
        return printable.toString();
    }

    private static void append(StringBuilder printable, int point) {
        if (isHarmful(point)) {
            printable.append("\\u{%x}".formatted(point));
            return;
        }
        printable.appendCodePoint(point);
    }

    /** Enough of {@code text} to know it again in a sentence about it; whoever sent it may have sent a mebibyte. */
    public static String beginning(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }

    /** Whether each of its characters is seen, and where it stands. */
    public static boolean isSeen(CharSequence text) {
        return text.codePoints().noneMatch(Printable::isHarmful);
    }

    /** Controls, and the format characters that turn text around or hide it. */
    private static boolean isHarmful(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
