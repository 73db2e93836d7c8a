package gatehouse.session.control.menu;

import gatehouse.session.control.screen.CellWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One line that is being typed: text, cursor, history. It knows no terminal; {@link #render} gives the bytes that show it. A line
 * longer than the window is shown in part, around the cursor.
 */
final class LineEditor {
    static final int MAX_LENGTH = 1024;
    private static final int MAX_HISTORY = 100;

    private final List<Integer> text = new ArrayList<>();
    private final List<String> history = new ArrayList<>();
    private int cursor;
    private int recalled;
    private String unfinished = "";

    /** Edits; keys that end or redraw a line are the caller's. */
    void press(Key key) {
        switch (key) {
            case Key.Typed(int c) -> insert(c);
            case Key.Named named -> press(named);
        }
    }

    private void press(Key.Named key) {
        switch (key) {
            case BACKSPACE -> erase(previous(), cursor);
            case DELETE -> erase(cursor, next());
            case LEFT -> cursor = previous();
            case RIGHT -> cursor = next();
            case HOME -> cursor = 0;
            case END -> cursor = text.size();
            case WORD_LEFT -> cursor = wordStart();
            case WORD_RIGHT -> cursor = wordEnd();
            case KILL_BACKWARD -> erase(0, cursor);
            case KILL_FORWARD -> erase(cursor, text.size());
            case KILL_WORD -> erase(wordStart(), cursor);
            case UP -> recall(recalled - 1);
            case DOWN -> recall(recalled + 1);
            case PASTED_BREAK -> insert(' ');
            case ENTER, CANCEL, END_OF_INPUT, REDRAW, PASTE_BEGIN, PASTE_END -> {}
        }
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Empties the line and gives what it held, without touching the history. */
    String take() {
        String line = line();
        set("");
        recalled = history.size();
        return line;
    }

    /** The same for a secret: nothing of it stays in a {@code String}. The caller wipes the array. */
    char[] takeSecret() {
        int[] points = text.stream().mapToInt(Integer::intValue).toArray();
        int size = 0;
        for (int point : points) {
            size += Character.charCount(point);
        }
        char[] chars = new char[size];
        int at = 0;
        for (int point : points) {
            at += Character.toChars(point, chars, at);
        }
        Arrays.fill(points, 0);
        text.clear();
        cursor = 0;
        return chars;
    }

    void remember(String line) {
        if (!line.isBlank() && (history.isEmpty() || !history.getLast().equals(line))) {
            history.add(line);
            if (history.size() > MAX_HISTORY) {
                history.removeFirst();
            }
        }
        recalled = history.size();
    }

    String line() {
        return text(0, text.size());
    }

    /**
     * Draws prompt and line into the current row.
     *
     * @param columns width of the window; one cell at the right stays free, so that the row never wraps
     */
    String render(String prompt, int columns, boolean echo) {
        int promptCells = CellWidth.of(prompt);
        int room = Math.max(4, columns - 1 - promptCells);
        if (!echo) {
            return "\r" + prompt + "\033[K";
        }
        int start = cursor;
        int cells = 0;
        while (start > 0 && cells + width(start - 1) < room) {
            cells += width(--start);
        }
        String shown = CellWidth.cut(text(start, text.size()), room);
        return "\r" + prompt + shown + "\033[K\r" + right(promptCells + cells);
    }

    private static String right(int cells) {
        return cells == 0 ? "" : "\033[" + cells + "C";
    }

    private int width(int index) {
        return CellWidth.of(text.get(index));
    }

    private String text(int from, int to) {
        StringBuilder line = new StringBuilder();
        text.subList(from, to).forEach(line::appendCodePoint);
        return line.toString();
    }

    private void insert(int codePoint) {
        if (text.size() < MAX_LENGTH && Visible.harmless(codePoint)) {
            text.add(cursor++, codePoint);
        }
    }

    private void erase(int from, int to) {
        text.subList(from, to).clear();
        cursor = from;
    }

    /** Combining characters stay with what they combine with. */
    private int previous() {
        int at = Math.max(0, cursor - 1);
        while (at > 0 && width(at) == 0) {
            at--;
        }
        return at;
    }

    private int next() {
        int at = Math.min(text.size(), cursor + 1);
        while (at < text.size() && width(at) == 0) {
            at++;
        }
        return at;
    }

    private int wordStart() {
        int at = cursor;
        while (at > 0 && Character.isWhitespace(text.get(at - 1))) {
            at--;
        }
        while (at > 0 && !Character.isWhitespace(text.get(at - 1))) {
            at--;
        }
        return at;
    }

    private int wordEnd() {
        int at = cursor;
        while (at < text.size() && Character.isWhitespace(text.get(at))) {
            at++;
        }
        while (at < text.size() && !Character.isWhitespace(text.get(at))) {
            at++;
        }
        return at;
    }

    private void recall(int index) {
        if (index < 0 || index > history.size()) {
            return;
        }
        if (recalled == history.size()) {
            unfinished = line();
        }
        recalled = index;
        set(index == history.size() ? unfinished : history.get(index));
    }

    private void set(String line) {
        text.clear();
        line.codePoints().forEach(text::add);
        cursor = text.size();
    }
}
