package gatehouse.session.control.screen;

import java.util.ArrayList;
import java.util.List;

/** Rows of a screen, its cursor and scroll region: the primary or the alternate one. All positions count from 0 and are kept inside. */
final class Grid {
    private final List<Line> lines = new ArrayList<>();
    private int columns;
    int row;
    int column;
    /** The last column was written: the next character goes to the next row (xterm's pending wrap). */
    boolean wrapPending;

    int top;
    int bottom;
    /** Rows that have scrolled off so far: {@code scrolled + row} names a row for good. */
    long scrolled;

    Grid(int columns, int rows) {
        this.columns = columns;
        for (int i = 0; i < rows; i++) {
            lines.add(new Line(columns));
        }
        bottom = rows - 1;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return lines.size();
    }

    Line line(int index) {
        return lines.get(index);
    }

    Line current() {
        return lines.get(row);
    }

    void resize(int newColumns, int newRows) {
        lines.forEach(line -> line.resize(newColumns));
        columns = newColumns;
        while (lines.size() > newRows) {
            if (row < lines.size() - 1) {
                lines.removeLast();
            } else {
                lines.removeFirst();
                row--;
                scrolled++;
            }
        }
        while (lines.size() < newRows) {
            lines.add(new Line(newColumns));
        }
        top = 0;
        bottom = newRows - 1;
        move(row, column);
    }

    void move(int newRow, int newColumn) {
        row = Math.clamp(newRow, 0, rows() - 1);
        column = Math.clamp(newColumn, 0, columns - 1);
        wrapPending = false;
    }

    /** Down a row, scrolling at the region's end. */
    void index(long style) {
        wrapPending = false;
        if (row == bottom) {
            scrollUp(1, style);
        } else if (row < rows() - 1) {
            row++;
        }
    }

    void reverseIndex(long style) {
        wrapPending = false;
        if (row == top) {
            scrollDown(1, style);
        } else if (row > 0) {
            row--;
        }
    }

    void scrollUp(int count, long style) {
        if (top == 0) {
            scrolled += Math.min(count, bottom + 1);
        }
        removeAndInsert(top, bottom, count, style);
    }

    void scrollDown(int count, long style) {
        removeAndInsert(bottom, top, count, style);
    }

    void insertLines(int count, long style) {
        if (row >= top && row <= bottom) {
            removeAndInsert(bottom, row, count, style);
            column = 0;
        }
    }

    void deleteLines(int count, long style) {
        if (row >= top && row <= bottom) {
            removeAndInsert(row, bottom, count, style);
            column = 0;
        }
    }

    private void removeAndInsert(int from, int to, int count, long style) {
        int times = Math.min(count, Math.abs(to - from) + 1);
        for (int i = 0; i < times; i++) {
            Line line = lines.remove(from);
            line.clear(0, columns, style);
            line.wrapped = false;
            lines.add(to, line);
        }
    }

    void clearRows(int from, int to, long style) {
        for (int i = from; i < to; i++) {
            lines.get(i).clear(0, columns, style);
            lines.get(i).wrapped = false;
        }
    }
}
