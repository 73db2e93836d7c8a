package gatehouse.session.control.files;

import java.util.ArrayList;
import java.util.List;

/** Splits a command as a POSIX shell would, without expanding anything: quotes and backslashes only. */
final class ShellWords {
    private ShellWords() {}

    /** What cannot be split (an open quote) is one word. */
    static List<String> split(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < command.length()) {
                word.append(command.charAt(++i));
                inWord = true;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                inWord = finish(words, word, inWord);
            } else {
                word.append(c);
                inWord = true;
            }
        }
        finish(words, word, inWord);
        return quote == 0 ? words : List.of(command);
    }

    private static boolean finish(List<String> words, StringBuilder word, boolean inWord) {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
        }
        return false;
    }
}
