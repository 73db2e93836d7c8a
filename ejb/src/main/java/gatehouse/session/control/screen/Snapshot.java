package gatehouse.session.control.screen;

/** Draws a screen as escape sequences. */
final class Snapshot {
    private static final String CLEAN = "\033[0m\033[r\033[?6l\033[4l\033(B\017";

    private final StringBuilder out = new StringBuilder();
    private long style = Style.PLAIN;

    private Snapshot() {}

    static String of(ScreenModel screen) {
        return new Snapshot().draw(screen);
    }

    static String banner(ScreenModel screen, String text) {
        return new Snapshot().between(screen, text);
    }

    private String between(ScreenModel screen, String text) {
        Grid grid = screen.grid;
        if (screen.isAlternate()) {
            return out.append("\0337\033[")
                    .append(grid.rows())
                    .append(";1H\033[2K\033[0;7m")
                    .append(CellWidth.cut(text, grid.columns()))
                    .append("\033[0m\0338")
                    .toString();
        }
        out.append("\033[0m\r\n").append(text).append("\r\n");
        int first = grid.row;
        while (first > 0 && grid.line(first - 1).wrapped) {
            first--;
        }
        for (int row = first; row < grid.row; row++) {
            cells(grid.line(row), 0, grid.columns());
        }
        Line line = grid.line(grid.row);
        int end = Math.max(used(line), grid.column);
        cells(line, 0, end);
        // a terminal that has filled its last column stands on it
        int back = end - grid.column - (end == grid.columns() ? 1 : 0);
        if (back > 0) {
            out.append("\033[").append(back).append('D');
        }
        return out.append(Style.sequence(screen.style)).toString();
    }

    private String draw(ScreenModel screen) {
        out.append(CLEAN).append("\033[?1047l\033[H\033[2J");
        grid(screen.primary);
        if (screen.isAlternate()) {
            cursor(screen.primary);
            out.append("\033[?1049h\033[0m\033[H\033[2J");
            style = Style.PLAIN;
            grid(screen.grid);
        }
        Grid shown = screen.grid;
        if (shown.top != 0 || shown.bottom != shown.rows() - 1) {
            out.append("\033[")
                    .append(shown.top + 1)
                    .append(';')
                    .append(shown.bottom + 1)
                    .append('r');
        }
        screen.modes.append(out);
        cursor(shown);
        out.append(Style.sequence(screen.style));
        return out.toString();
    }

    private void cursor(Grid grid) {
        out.append("\033[")
                .append(grid.row + 1)
                .append(';')
                .append(grid.column + 1)
                .append('H');
    }

    private void grid(Grid grid) {
        for (int row = 0; row < grid.rows(); row++) {
            line(grid.line(row), row);
        }
        out.append("\033[0m");
        style = Style.PLAIN;
    }

    private void line(Line line, int row) {
        int end = used(line);
        if (end == 0) {
            return;
        }
        out.append("\033[").append(row + 1).append(";1H");
        cells(line, 0, end);
    }

    private static int used(Line line) {
        int end = line.columns();
        while (end > 0 && isBlank(line, end - 1)) {
            end--;
        }
        return end;
    }

    private void cells(Line line, int from, int to) {
        for (int column = from; column < to; column++) {
            if (line.character(column) != Line.TAIL && line.style(column) != style) {
                style = line.style(column);
                out.append(Style.sequence(style));
            }
            line.appendCell(out, column);
        }
    }

    private static boolean isBlank(Line line, int column) {
        int character = line.character(column);
        return (character == Line.EMPTY || character == ' ') && Style.isInvisible(line.style(column));
    }
}
