package gatehouse.session.control.menu;

/** Unwinds the menu's thread when its terminal is gone, or the server is about to stop. Not a problem: nobody is left to read one. */
final class MenuClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean stopping;

    MenuClosed() {
        this("the terminal is gone", false);
    }

    private MenuClosed(String message, boolean stopping) {
        super(message, null, false, false);
        this.stopping = stopping;
    }

    static MenuClosed stopping() {
        return new MenuClosed("the server is about to stop", true);
    }

    /** The terminal is still there, and its person is to be told. */
    boolean isStopping() {
        return stopping;
    }
}
