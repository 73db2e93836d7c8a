package gatehouse.session.control.screen;

import java.util.Arrays;

/** A row of cells. It takes memory once something is written to it: an idle session shows a prompt and nothing else. */
final class Line {
    /** A cell that nothing was written to. */
    static final int EMPTY = 0;
    /** The right half of a wide character. */
    static final int TAIL = -1;

    /** Of a code point. */
    private static final int BITS = 21;

    private static final long ONE = (1L << BITS) - 1;

    private static final int[] NO_CHARACTERS = {};
    private static final long[] NO_STYLES = {};

    private int columns;
    /** Empty until something is written, as {@link #styles}. */
    private int[] characters = NO_CHARACTERS;

    private long[] styles = NO_STYLES;
    /** Up to two combining characters by column, the first in the low bits; null while there are none. */
    private long[] marks;
    /** Whether the line goes on in the next row because it did not fit. */
    boolean wrapped;

    Line(int columns) {
        this.columns = columns;
    }

    int columns() {
        return columns;
    }

    int character(int column) {
        return isUntouched() ? EMPTY : characters[column];
    }

    long style(int column) {
        return isUntouched() ? Style.PLAIN : styles[column];
    }

    private boolean isUntouched() {
        return characters.length == 0;
    }

    private void touch() {
        if (isUntouched()) {
            characters = new int[columns];
            styles = new long[columns];
        }
    }

    void resize(int newColumns) {
        columns = newColumns;
        if (isUntouched()) {
            return;
        }
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
        if (from >= to || staysUntouched(style)) {
            return;
        }
        split(from);
        split(to);
        erase(from, to, style);
    }

    /** Nothing that is empty moves or is erased to anything else. */
    private boolean staysUntouched(long style) {
        if (isUntouched() && style == Style.PLAIN) {
            return true;
        }
        touch();
        return false;
    }

    private void erase(int from, int to, long style) {
        Arrays.fill(characters, from, to, EMPTY);
        Arrays.fill(styles, from, to, style);
        if (marks != null) {
            Arrays.fill(marks, from, to, 0);
        }
    }

    /** A wide character that lies across {@code column} falls apart. */
    private void split(int column) {
        if (column > 0 && column < characters.length && characters[column] == TAIL) {
            characters[column - 1] = ' ';
            characters[column] = ' ';
        }
    }

    /** Printable ASCII. */
    void write(int column, byte[] bytes, int offset, int count, long style) {
        touch();
        clear(column, column + count, style);
        for (int i = 0; i < count; i++) {
            characters[column + i] = bytes[offset + i];
        }
    }

    void put(int column, int character, int width, long style) {
        touch();
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
            marks[column] = 0;
        }
    }

    void mark(int column, int combining) {
        touch();
        if (marks == null) {
            marks = new long[characters.length];
        }
        int at = column > 0 && characters[column] == TAIL ? column - 1 : column;
        if (marks[at] == 0) {
            marks[at] = combining;
        } else if (marks[at] <= ONE) {
            marks[at] |= (long) combining << BITS;
        }
    }

    void insert(int column, int count, long style) {
        if (staysUntouched(style)) {
            return;
        }
        int end = characters.length;
        int n = Math.min(count, end - column);
        split(column);
        shift(column, column + n, end - column - n);
        erase(column, column + n, style);
        repair();
    }

    void delete(int column, int count, long style) {
        if (staysUntouched(style)) {
            return;
        }
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
        for (int column = from; column < Math.min(to, columns); column++) {
            appendCell(text, column);
        }
    }

    void appendCell(StringBuilder text, int column) {
        int character = character(column);
        if (character == TAIL) {
            return;
        }
        text.appendCodePoint(character == EMPTY ? ' ' : character);
        for (long left = marks == null ? 0 : marks[column]; left != 0; left >>= BITS) {
            text.appendCodePoint((int) (left & ONE));
        }
    }
}
