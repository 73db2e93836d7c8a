package gatehouse.session.control.screen;

import java.util.Arrays;

/** A row of cells. */
final class Line {
    /** A cell that nothing was written to. */
    static final int EMPTY = 0;
    /** The right half of a wide character. */
    static final int TAIL = -1;

    private static final int MOST_MARKS = 8;

    int[] characters;
    long[] styles;
    /** Combining characters by column, null while there are none. */
    private String[] marks;
    /** Whether the line goes on in the next row because it did not fit. */
    boolean wrapped;

    Line(int columns) {
        characters = new int[columns];
        styles = new long[columns];
    }

    void resize(int columns) {
        characters = Arrays.copyOf(characters, columns);
        styles = Arrays.copyOf(styles, columns);
        marks = marks == null ? null : Arrays.copyOf(marks, columns);
        repair();
    }

    /** The half of a wide character whose other half was pushed over the edge becomes a blank. */
    private void repair() {
        int last = characters.length - 1;
        if (characters[last] >= 0x1100 && CellWidth.of(characters[last]) == 2) {
            characters[last] = ' ';
        }
        if (characters[0] == TAIL) {
            characters[0] = ' ';
        }
    }

    void clear(int from, int to, long style) {
        if (from >= to) {
            return;
        }
        split(from);
        split(to);
        erase(from, to, style);
    }

    private void erase(int from, int to, long style) {
        Arrays.fill(characters, from, to, EMPTY);
        Arrays.fill(styles, from, to, style);
        if (marks != null) {
            Arrays.fill(marks, from, to, null);
        }
    }

    /** A wide character that lies across {@code column} falls apart. */
    private void split(int column) {
        if (column > 0 && column < characters.length && characters[column] == TAIL) {
            characters[column - 1] = ' ';
            characters[column] = ' ';
        }
    }

    void put(int column, int character, int width, long style) {
        split(column);
        split(column + width);
        set(column, character, style);
        if (width == 2) {
            set(column + 1, TAIL, style);
        }
    }

    private void set(int column, int character, long style) {
        characters[column] = character;
        styles[column] = style;
        if (marks != null) {
            marks[column] = null;
        }
    }

    void mark(int column, int combining) {
        if (marks == null) {
            marks = new String[characters.length];
        }
        int at = column > 0 && characters[column] == TAIL ? column - 1 : column;
        String before = marks[at] == null ? "" : marks[at];
        if (before.length() < MOST_MARKS) {
            marks[at] = before + Character.toString(combining);
        }
    }

    void insert(int column, int count, long style) {
        int end = characters.length;
        int n = Math.min(count, end - column);
        split(column);
        shift(column, column + n, end - column - n);
        erase(column, column + n, style);
        repair();
    }

    void delete(int column, int count, long style) {
        int end = characters.length;
        int n = Math.min(count, end - column);
        split(column);
        split(column + n);
        shift(column + n, column, end - column - n);
        erase(end - n, end, style);
        repair();
    }

    private void shift(int from, int to, int length) {
        System.arraycopy(characters, from, characters, to, length);
        System.arraycopy(styles, from, styles, to, length);
        if (marks != null) {
            System.arraycopy(marks, from, marks, to, length);
        }
    }

    /** One past the last cell that was written to. */
    int length() {
        int length = characters.length;
        while (length > 0 && characters[length - 1] == EMPTY) {
            length--;
        }
        return length;
    }

    void append(StringBuilder text, int from, int to) {
        for (int column = from; column < Math.min(to, characters.length); column++) {
            appendCell(text, column);
        }
    }

    void appendCell(StringBuilder text, int column) {
        int character = characters[column];
        if (character == TAIL) {
            return;
        }
        text.appendCodePoint(character == EMPTY ? ' ' : character);
        if (marks != null && marks[column] != null) {
            text.append(marks[column]);
        }
    }
}
