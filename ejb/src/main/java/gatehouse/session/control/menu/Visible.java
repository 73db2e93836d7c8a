package gatehouse.session.control.menu;

/** Makes text that somebody else wrote safe to print: what could steer a terminal or reorder a line is shown, not sent. */
public final class Visible {
    private Visible() {}

    /** Control, format, surrogate, private and line-separator characters become {@code \}{@code u{1b}}. */
    public static String of(String text) {
        if (text.codePoints().allMatch(Visible::harmless)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (harmless(c)) {
                safe.appendCodePoint(c);
            } else {
                safe.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        return safe.toString();
    }

    /** Several lines may stay several lines; everything else as {@link #of}. */
    static String lines(String text) {
        return String.join("\r\n", text.lines().map(Visible::of).toList());
    }

    static boolean harmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
