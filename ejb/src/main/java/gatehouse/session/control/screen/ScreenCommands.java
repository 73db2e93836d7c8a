package gatehouse.session.control.screen;

/** What controls and sequences do to a {@link ScreenModel} (xterm's ctlseqs). */
final class ScreenCommands implements VtParser.Handler {
    private final ScreenModel screen;
    private final SavedCursor savedPrimary = new SavedCursor();
    private final SavedCursor savedAlternate = new SavedCursor();

    ScreenCommands(ScreenModel screen) {
        this.screen = screen;
    }

    private static final class SavedCursor {
        int row;
        int column;
        long style;
        boolean origin;
    }

    @Override
    public void print(int codePoint) {
        screen.print(codePoint);
    }

    @Override
    public void printAscii(byte[] bytes, int offset, int length) {
        screen.printAscii(bytes, offset, length);
    }

    @Override
    public void control(int control) {
        Grid grid = screen.grid;
        switch (control) {
            case '\b' -> grid.move(grid.row, grid.column - 1);
            case '\t' -> screen.tab();
            case '\n', 0x0b, 0x0c -> screen.lineFeed();
            case '\r' -> {
                screen.listener().leaving(false);
                grid.move(grid.row, 0);
            }
            case 0x0e -> screen.charsets.shift(1);
            case 0x0f -> screen.charsets.shift(0);
            default -> {}
        }
    }

    @Override
    public void escape(int intermediate, int last) {
        if (intermediate == '(' || intermediate == ')') {
            screen.charsets.designate(intermediate, last);
            return;
        }
        if (intermediate == '#' && last == '8') {
            alignmentTest();
        }
        if (intermediate == 0) {
            escape(last);
        }
    }

    private void escape(int last) {
        Grid grid = screen.grid;
        switch (last) {
            case '7' -> save();
            case '8' -> restore();
            case 'D' -> screen.lineFeed();
            case 'E' -> {
                screen.lineFeed();
                grid.move(grid.row, 0);
            }
            case 'M' -> grid.reverseIndex(erased());
            case 'H' -> screen.setTab(true);
            case 'c' -> screen.reset();
            case '=' -> screen.modes.applicationKeypad = true;
            case '>' -> screen.modes.applicationKeypad = false;
            default -> {}
        }
    }

    private void alignmentTest() {
        Grid grid = screen.grid;
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                grid.line(row).put(column, 'E', 1, Style.PLAIN);
            }
        }
        grid.move(0, 0);
    }

    private long erased() {
        return Style.erased(screen.style);
    }

    private SavedCursor saved() {
        return screen.isAlternate() ? savedAlternate : savedPrimary;
    }

    private void save() {
        SavedCursor saved = saved();
        saved.row = screen.grid.row;
        saved.column = screen.grid.column;
        saved.style = screen.style;
        saved.origin = screen.modes.origin;
    }

    private void restore() {
        SavedCursor saved = saved();
        screen.grid.move(saved.row, saved.column);
        screen.style = saved.style;
        screen.modes.origin = saved.origin;
    }

    @Override
    public void sequence(int prefix, int intermediate, Parameters p, int last) {
        if (prefix == '?' && intermediate == 0) {
            privateMode(p, last);
        } else if (prefix == 0 && intermediate == 0) {
            move(p, last);
            change(p, last);
        } else if (prefix == 0 && intermediate == '!' && last == 'p') {
            softReset();
        }
    }

    private void softReset() {
        screen.modes.insert = false;
        screen.modes.origin = false;
        screen.modes.autowrap = true;
        screen.modes.cursorVisible = true;
        screen.grid.top = 0;
        screen.grid.bottom = screen.grid.rows() - 1;
        screen.style = Style.PLAIN;
    }

    private void move(Parameters p, int last) {
        Grid grid = screen.grid;
        int n = p.amount(0);
        switch (last) {
            case 'A' -> vertical(-n);
            case 'B', 'e' -> vertical(n);
            case 'C', 'a' -> grid.move(grid.row, grid.column + n);
            case 'D' -> grid.move(grid.row, grid.column - n);
            case 'E' -> {
                vertical(n);
                grid.move(grid.row, 0);
            }
            case 'F' -> {
                vertical(-n);
                grid.move(grid.row, 0);
            }
            case 'G', '`' -> grid.move(grid.row, n - 1);
            case 'H', 'f' -> screen.moveTo(n - 1, p.amount(1) - 1);
            case 'd' -> screen.moveTo(n - 1, grid.column);
            case 'I' -> repeat(n, screen::tab);
            case 'Z' -> repeat(n, screen::backTab);
            default -> {}
        }
    }

    private static void repeat(int times, Runnable step) {
        for (int i = 0; i < Math.min(times, 500); i++) {
            step.run();
        }
    }

    /** Stops at the scroll region's edge when it started inside. */
    private void vertical(int by) {
        screen.listener().leaving(false);
        Grid grid = screen.grid;
        int first = grid.row >= grid.top ? grid.top : 0;
        int last = grid.row <= grid.bottom ? grid.bottom : grid.rows() - 1;
        grid.move(Math.clamp((long) grid.row + by, first, last), grid.column);
    }

    private void change(Parameters p, int last) {
        Grid grid = screen.grid;
        int n = p.amount(0);
        switch (last) {
            case 'J' -> eraseDisplay(p.get(0, 0));
            case 'K' -> eraseLine(p.get(0, 0));
            case 'L' -> grid.insertLines(n, erased());
            case 'M' -> grid.deleteLines(n, erased());
            case 'P' -> grid.current().delete(grid.column, n, erased());
            case '@' -> grid.current().insert(grid.column, n, erased());
            case 'X' -> grid.current().clear(grid.column, Math.min(grid.columns(), grid.column + n), erased());
            case 'S' -> grid.scrollUp(n, erased());
            case 'T' -> grid.scrollDown(n, erased());
            case 'b' -> screen.repeatLast(n);
            case 'm' -> screen.style = Style.apply(screen.style, p);
            case 'r' -> scrollRegion(p);
            case 's' -> save();
            case 'u' -> restore();
            case 'g' -> tabs(p.get(0, 0));
            case 'h', 'l' -> screen.modes.insert = p.get(0, 0) == 4 ? last == 'h' : screen.modes.insert;
            default -> {}
        }
    }

    private void tabs(int what) {
        if (what == 0) {
            screen.setTab(false);
        } else if (what == 3) {
            screen.clearTabs();
        }
    }

    private void eraseDisplay(int what) {
        Grid grid = screen.grid;
        if (what == 0) {
            eraseLine(0);
            grid.clearRows(grid.row + 1, grid.rows(), erased());
        } else if (what == 1) {
            eraseLine(1);
            grid.clearRows(0, grid.row, erased());
        } else if (what == 2) {
            grid.clearRows(0, grid.rows(), erased());
        }
    }

    private void eraseLine(int what) {
        Grid grid = screen.grid;
        int from = what == 0 ? grid.column : 0;
        int to = what == 1 ? grid.column + 1 : grid.columns();
        grid.current().clear(from, to, erased());
        if (what != 1) {
            grid.current().wrapped = false;
        }
    }

    private void scrollRegion(Parameters p) {
        Grid grid = screen.grid;
        int top = p.amount(0) - 1;
        int bottom = Math.min(grid.rows(), p.get(1, grid.rows()) == 0 ? grid.rows() : p.get(1, grid.rows())) - 1;
        if (top < bottom) {
            grid.top = top;
            grid.bottom = bottom;
            screen.moveTo(0, 0);
        }
    }

    private void privateMode(Parameters p, int last) {
        if (last != 'h' && last != 'l') {
            return;
        }
        for (int i = 0; i < p.count(); i++) {
            privateMode(p.get(i, 0), last == 'h');
        }
    }

    private void privateMode(int mode, boolean on) {
        switch (mode) {
            case 47, 1047 -> screen.switchTo(on, on);
            case 1048 -> saveOrRestore(on);
            case 1049 -> {
                if (on) {
                    save();
                }
                screen.switchTo(on, on);
                if (!on) {
                    restore();
                }
            }
            default -> screen.modes.set(mode, on);
        }
    }

    private void saveOrRestore(boolean save) {
        if (save) {
            save();
        } else {
            restore();
        }
    }

    @Override
    public void operatingSystemCommand(String command) {
        boolean integration = command.startsWith("133;") || command.startsWith("633;");
        if (integration && command.length() > 4) {
            String argument = command.length() > 6 && command.charAt(5) == ';' ? command.substring(6) : "";
            screen.listener().mark(command.charAt(4), argument);
        }
    }
}
