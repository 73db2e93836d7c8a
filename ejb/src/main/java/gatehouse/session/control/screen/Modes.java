package gatehouse.session.control.screen;

import java.util.TreeSet;

/** Switches of a terminal: which are on, and the sequence that sets them again. */
final class Modes {
    private static final int APPLICATION_CURSOR = 1;
    private static final int ORIGIN = 6;
    private static final int AUTOWRAP = 7;
    private static final int CURSOR_VISIBLE = 25;
    private static final int BRACKETED_PASTE = 2004;

    boolean origin;
    boolean autowrap = true;
    boolean insert;
    boolean cursorVisible = true;
    boolean applicationKeypad;
    private boolean applicationCursor;
    /** Mouse tracking, focus and paste modes that are on. */
    private final TreeSet<Integer> others = new TreeSet<>();

    void set(int mode, boolean on) {
        switch (mode) {
            case APPLICATION_CURSOR -> applicationCursor = on;
            case ORIGIN -> origin = on;
            case AUTOWRAP -> autowrap = on;
            case CURSOR_VISIBLE -> cursorVisible = on;
            case 9, 1000, 1002, 1003, 1004, 1005, 1006, 1015, BRACKETED_PASTE -> other(mode, on);
            default -> {}
        }
    }

    private void other(int mode, boolean on) {
        if (on) {
            others.add(mode);
        } else {
            others.remove(mode);
        }
    }

    void append(StringBuilder out) {
        out.append(applicationCursor ? "\033[?1h" : "\033[?1l");
        out.append(applicationKeypad ? "\033=" : "\033>");
        out.append(insert ? "\033[4h" : "\033[4l");
        out.append(autowrap ? "\033[?7h" : "\033[?7l");
        out.append("\033[?9;1000;1002;1003;1004;1005;1006;1015;2004l");
        others.forEach(mode -> out.append("\033[?").append((int) mode).append('h'));
        out.append(cursorVisible ? "\033[?25h" : "\033[?25l");
    }
}
