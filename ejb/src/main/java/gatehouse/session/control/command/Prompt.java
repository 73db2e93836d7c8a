package gatehouse.session.control.command;

import java.util.regex.Pattern;

/** Where the prompt ends in a line, judged by the prompt that was there before. */
final class Prompt {
    private static final Pattern PROMPT = Pattern.compile(".*[$#%>\\u276f\\u279c\\u03bb\\u00bb:]\\s*$");
    private static final int LEAST_IN_COMMON = 3;

    private Prompt() {}

    /** Whether text left of a cursor ends as prompts do. */
    static boolean looksLikeOne(String text) {
        return PROMPT.matcher(text).matches();
    }

    /**
     * The prompt may have changed in its middle, as with the directory in it: it has to begin and to end as the known one.
     *
     * @param known the prompt before, with its blank at the end
     * @return the index behind the prompt, or -1 when {@code line} does not begin with one
     */
    static int end(String line, String known) {
        if (known.isBlank()) {
            return -1;
        }
        if (line.startsWith(known)) {
            return known.length();
        }
        if (line.stripTrailing().equals(known.stripTrailing())) {
            return line.length();
        }
        String ending = known.substring(Math.max(0, known.stripTrailing().length() - 1));
        int common = 0;
        while (common < Math.min(line.length(), known.length()) && line.charAt(common) == known.charAt(common)) {
            common++;
        }
        int at = line.indexOf(ending, common);
        boolean alike = common >= Math.min(LEAST_IN_COMMON, known.length() / 2) && common > 0 && at >= 0;
        return alike ? at + ending.length() : -1;
    }
}
