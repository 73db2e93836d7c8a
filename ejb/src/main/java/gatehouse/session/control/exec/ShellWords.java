package gatehouse.session.control.exec;

import java.util.ArrayList;
import java.util.List;

/** Splits a command as a POSIX shell would (POSIX.1-2024, 2.2 Quoting), without expanding anything. */
final class ShellWords {
    private static final String CHAINING = ";|&<>()`$#!{}\n\r";
    private static final String GLOBBING = "*?[";
    private static final String ESCAPED_IN_QUOTES = "$`\"\\\n";

    private final String command;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote;
    private boolean plain = true;
    private boolean globs;

    private ShellWords(String command) {
        this.command = command;
    }

    static ShellWords of(String command) {
        ShellWords split = new ShellWords(command);
        split.run();
        return split;
    }

    /** What cannot be split (an open quote) is one word. */
    List<String> words() {
        return List.copyOf(words);
    }

    /** One program with the arguments that stand there: the shell chains, redirects and replaces nothing. */
    boolean isPlain() {
        return plain;
    }

    /** The shell puts names of files in place of a word. */
    boolean globs() {
        return globs;
    }

    private void run() {
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (c == '\\' && isEscape(i)) {
                add(command.charAt(++i));
            } else if (quote != 0) {
                quoted(c);
            } else {
                bare(c);
            }
        }
        finish();
        if (quote != 0) {
            plain = false;
            words.clear();
            words.add(command);
        }
    }

    private boolean isEscape(int at) {
        return quote != '\''
                && at + 1 < command.length()
                && (quote == 0 || ESCAPED_IN_QUOTES.indexOf(command.charAt(at + 1)) >= 0);
    }

    private void quoted(char c) {
        if (c == quote) {
            quote = 0;
            return;
        }
        plain = plain && (quote == '\'' || (c != '$' && c != '`'));
        add(c);
    }

    private void bare(char c) {
        if (c == '\'' || c == '"') {
            quote = c;
            inWord = true;
            return;
        }
        plain = plain && CHAINING.indexOf(c) < 0;
        globs = globs || GLOBBING.indexOf(c) >= 0;
        if (Character.isWhitespace(c)) {
            finish();
            return;
        }
        add(c);
    }

    private void add(char c) {
        word.append(c);
        inWord = true;
    }

    private void finish() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
