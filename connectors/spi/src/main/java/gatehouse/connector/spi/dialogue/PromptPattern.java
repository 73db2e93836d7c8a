package gatehouse.connector.spi.dialogue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.regex.MatchResult;

/**
 * A regular expression of an administrator that is looked for in what a target says, whatever the case. A search takes as long as the
 * text is, times at most {@value #LARGEST}, whoever wrote either (ADR 13).
 *
 * <p>The syntax is that of <a href="https://github.com/google/re2/wiki/Syntax">RE2</a>: no look-around, no back-references, no
 * possessive repetition; {@code $} is the end of the text.
 */
public final class PromptPattern {
    /** Not in the syntax, or too large. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** Steps of the compiled pattern. The patterns that come with Gatehouse have up to 150, 300 letters 302. */
    static final int LARGEST = 500;

    /** Counted repetition is written out before it can be measured, and multiplies when it is nested. */
    private static final int MOST_COPIES = 2000;

    private static final java.util.regex.Pattern COUNTED =
            java.util.regex.Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?\\}");

    private final Pattern pattern;

    private PromptPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws Unusable with what goes on behind the name of the setting */
    public static PromptPattern of(String text) {
        if (copies(text) > MOST_COPIES) {
            throw new Unusable("repeats too much; use smaller numbers in braces, or *", null);
        }
        Pattern pattern = compiled(text);
        if (pattern.programSize() > LARGEST) {
            throw new Unusable("is too large; use smaller numbers in braces, or *, or fewer alternatives", null);
        }
        return new PromptPattern(pattern);
    }

    private static Pattern compiled(String text) {
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException | StackOverflowError unreadable) {
            throw new Unusable(
                    "is not a regular expression in RE2's syntax, which has no look-around and no back-references: "
                            + (unreadable instanceof PatternSyntaxException syntax
                                    ? syntax.getDescription()
                                    : "nested too deeply"),
                    unreadable);
        }
    }

    /** As if all were nested in each other. */
    private static long copies(String text) {
        return COUNTED.matcher(text)
                .results()
                .mapToLong(PromptPattern::count)
                .reduce(1, (all, count) -> Math.min(all * count, Integer.MAX_VALUE));
    }

    private static long count(MatchResult counted) {
        String most = counted.group(2);
        return Math.max(1, Long.parseLong(most == null || most.isEmpty() ? counted.group(1) : most));
    }

    public boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return pattern.pattern();
    }
}
