package gatehouse.session.control.screen;

import gatehouse.connector.spi.WindowSize;
import java.util.Arrays;
import java.util.Optional;

/**
 * The screen of an xterm-like terminal, fed with what the target sends. Not thread-safe. Memory is that of two screens of at most
 * 300 × 200 cells with 20 bytes each, and less when all screens together have no more room ({@link ScreenRoom}); nothing is answered and
 * nothing throws, whatever comes.
 *
 * <p>Emulated: cursor movement, erasing, inserting and deleting, scroll regions, the alternate screen, wide and combining characters,
 * colours, line drawing, the modes that a reader's terminal has to be in. Left out: what only a keyboard or printer would notice.
 */
public final class ScreenModel {
    private static final int MOST_COLUMNS = 300;
    private static final int MOST_ROWS = 200;
    private static final WindowSize SMALL = WindowSize.cells(80, 24);

    private final ScreenRoom room;
    final Grid primary;
    /** Most programs never ask for it. */
    private Optional<Grid> alternate = Optional.empty();

    final Modes modes = new Modes();
    final Charsets charsets = new Charsets();
    private final VtParser parser;
    private final boolean[] tabs = new boolean[MOST_COLUMNS];
    private ScreenListener listener = ScreenListener.NOBODY;
    Grid grid;
    long style = Style.PLAIN;
    private int lastPrinted = ' ';

    /** With room of its own, as for somebody who looks at a recording. */
    public ScreenModel(WindowSize size) {
        this(size, new ScreenRoom());
    }

    public ScreenModel(WindowSize size, ScreenRoom room) {
        this.room = room;
        WindowSize modelled = modelled(size);
        primary = new Grid(modelled.columns(), modelled.rows());
        grid = primary;
        parser = new VtParser(new ScreenCommands(this));
        resetTabs();
    }

    /** What there is room for; both screens count, because any program may ask for the other one. */
    private WindowSize modelled(WindowSize size) {
        int columns = size.columns() == 0 ? SMALL.columns() : Math.clamp(size.columns(), 2, MOST_COLUMNS);
        int rows = size.rows() == 0 ? SMALL.rows() : Math.clamp(size.rows(), 1, MOST_ROWS);
        if (room.take(this, 2 * columns * rows)) {
            return WindowSize.cells(columns, rows);
        }
        WindowSize small = WindowSize.cells(Math.min(columns, SMALL.columns()), Math.min(rows, SMALL.rows()));
        room.insist(this, 2 * small.columns() * small.rows());
        return small;
    }

    /** Nothing is shown any more. */
    public void close() {
        room.leave(this);
    }

    public void listen(ScreenListener newListener) {
        listener = newListener;
    }

    ScreenListener listener() {
        return listener;
    }

    public void feed(byte[] bytes, int offset, int length) {
        parser.feed(bytes, offset, length);
    }

    /** While a listener is told something: the index, in the array that is being fed, behind the byte that caused it. */
    public int position() {
        return parser.position();
    }

    /** Bytes were left out: what was begun before them never ends. */
    public void skipped() {
        parser.reset();
    }

    public void resize(WindowSize size) {
        WindowSize modelled = modelled(size);
        primary.resize(modelled.columns(), modelled.rows());
        alternate.ifPresent(made -> made.resize(modelled.columns(), modelled.rows()));
    }

    public WindowSize size() {
        return WindowSize.cells(grid.columns(), grid.rows());
    }

    public boolean isAlternate() {
        return grid != primary;
    }

    /** Names the cursor's row for good: it stays the same while the screen scrolls. */
    public long cursorLine() {
        return grid.scrolled + grid.row;
    }

    /** 0 to the number of columns; that number when the row is full and the next character goes to the next row. */
    public int cursorColumn() {
        return grid.wrapPending ? grid.columns() : grid.column;
    }

    public int columns() {
        return grid.columns();
    }

    /** The text of a row on the screen, from 0, without blanks at its end. */
    public String row(int index) {
        StringBuilder text = new StringBuilder();
        Line line = grid.line(index);
        line.append(text, 0, line.length());
        return text.toString().stripTrailing();
    }

    public int rows() {
        return grid.rows();
    }

    /** The first row of the line that the cursor is in: rows that ran over into the next one belong together. */
    public long logicalStart() {
        int row = grid.row;
        while (row > 0 && grid.line(row - 1).wrapped) {
            row--;
        }
        return grid.scrolled + row;
    }

    /**
     * Text of the line that the cursor is in.
     *
     * @param fromLine as {@link #cursorLine} names it
     * @param fromColumn where to begin in it
     */
    public String logicalText(long fromLine, int fromColumn) {
        StringBuilder text = new StringBuilder();
        int row = Math.clamp(fromLine - grid.scrolled, 0, grid.row);
        int column = fromLine < grid.scrolled ? 0 : fromColumn;
        while (true) {
            Line line = grid.line(row);
            boolean runsOn = line.wrapped && row + 1 < grid.rows();
            line.append(text, column, runsOn ? grid.columns() : line.length());
            if (!runsOn) {
                return text.toString();
            }
            row++;
            column = 0;
        }
    }

    /** Text from a place to the end of the cursor's row; rows that do not belong together are separated by line feeds. */
    public String rowsText(long fromLine, int fromColumn) {
        StringBuilder text = new StringBuilder();
        int first = Math.clamp(fromLine - grid.scrolled, 0, grid.row);
        int column = fromLine < grid.scrolled ? 0 : fromColumn;
        for (int row = first; row <= grid.row; row++) {
            Line line = grid.line(row);
            line.append(text, column, line.wrapped ? grid.columns() : line.length());
            text.append(line.wrapped || row == grid.row ? "" : "\n");
            column = 0;
        }
        return text.toString();
    }

    /** Text between a place and the cursor, over rows that belong together; empty when the cursor is not behind it. */
    public String textToCursor(long fromLine, int fromColumn) {
        if (fromLine < logicalStart() || fromLine > cursorLine()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        int column = fromColumn;
        for (int row = (int) (fromLine - grid.scrolled); row < grid.row; row++) {
            grid.line(row).append(text, column, grid.columns());
            column = 0;
        }
        grid.current().append(text, column, cursorColumn());
        return text.toString();
    }

    /** An escape-sequence string that draws this screen, with its colours and modes, on any xterm-like terminal of the same size. */
    public String snapshot() {
        return Snapshot.of(this);
    }

    /** A line of text in between, and what stood in the line of the cursor behind it (see {@code ScreenPainter}). */
    public String banner(String text) {
        return Snapshot.banner(this, text);
    }

    void resetTabs() {
        for (int i = 0; i < tabs.length; i++) {
            tabs[i] = i % 8 == 0;
        }
    }

    void setTab(boolean on) {
        tabs[grid.column] = on;
    }

    void clearTabs() {
        Arrays.fill(tabs, false);
    }

    void tab() {
        int column = grid.column + 1;
        while (column < grid.columns() - 1 && !tabs[column]) {
            column++;
        }
        grid.move(grid.row, column);
    }

    void backTab() {
        int column = grid.column - 1;
        while (column > 0 && !tabs[column]) {
            column--;
        }
        grid.move(grid.row, column);
    }

    void print(int codePoint) {
        int character = charsets.translate(codePoint);
        int width = CellWidth.of(character);
        if (width == 0) {
            combine(character);
            return;
        }
        if ((grid.wrapPending && modes.autowrap) || grid.column + width > grid.columns()) {
            wrap();
        }
        if (modes.insert) {
            grid.current().insert(grid.column, width, Style.erased(style));
        }
        grid.current().put(grid.column, character, width, style);
        lastPrinted = codePoint;
        advance(width);
    }

    private void combine(int mark) {
        int column = grid.wrapPending ? grid.column : grid.column - 1;
        if (column >= 0) {
            grid.current().mark(column, mark);
        }
    }

    private void wrap() {
        if (!modes.autowrap) {
            grid.move(grid.row, grid.columns() - 2);
            return;
        }
        grid.current().wrapped = true;
        grid.index(Style.erased(style));
        grid.column = 0;
    }

    private void advance(int width) {
        if (grid.column + width >= grid.columns()) {
            grid.column = grid.columns() - 1;
            grid.wrapPending = true;
        } else {
            grid.column += width;
        }
    }

    /** Printable ASCII only, the fast way where nothing special is switched on. */
    void printAscii(byte[] bytes, int offset, int length) {
        if (modes.insert || !modes.autowrap || !charsets.isPlain()) {
            for (int i = offset; i < offset + length; i++) {
                print(bytes[i]);
            }
            return;
        }
        int at = offset;
        int end = offset + length;
        while (at < end) {
            if (grid.wrapPending) {
                wrap();
            }
            int run = Math.min(end - at, grid.columns() - grid.column);
            run(bytes, at, run);
            at += run;
        }
        lastPrinted = bytes[end - 1];
    }

    private void run(byte[] bytes, int offset, int count) {
        grid.current().write(grid.column, bytes, offset, count, style);
        advance(count);
    }

    void repeatLast(int count) {
        for (int i = 0; i < Math.min(count, grid.columns() * grid.rows()); i++) {
            print(lastPrinted);
        }
    }

    void lineFeed() {
        listener.leaving(true);
        grid.current().wrapped = false;
        grid.index(Style.erased(style));
    }

    /** Moves within the screen, or within the scroll region when the origin mode says so. */
    void moveTo(int row, int column) {
        listener.leaving(false);
        int base = modes.origin ? grid.top : 0;
        int last = modes.origin ? grid.bottom : grid.rows() - 1;
        grid.move(Math.clamp((long) base + row, base, last), column);
    }

    void switchTo(boolean toAlternate, boolean clear) {
        if (toAlternate == isAlternate()) {
            return;
        }
        listener.alternate(toAlternate);
        Grid from = grid;
        grid = toAlternate ? alternate() : primary;
        if (toAlternate) {
            grid.move(from.row, from.column);
            if (clear) {
                grid.clearRows(0, grid.rows(), Style.erased(style));
            }
        }
    }

    private Grid alternate() {
        Grid made = alternate.orElseGet(() -> new Grid(primary.columns(), primary.rows()));
        alternate = Optional.of(made);
        return made;
    }

    void reset() {
        switchTo(false, false);
        grid.clearRows(0, grid.rows(), Style.PLAIN);
        grid.top = 0;
        grid.bottom = grid.rows() - 1;
        grid.move(0, 0);
        style = Style.PLAIN;
        resetTabs();
        charsets.designate('(', 'B');
        charsets.designate(')', 'B');
        charsets.shift(0);
    }
}
