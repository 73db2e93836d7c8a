package gatehouse.session.control.menu;

/** Unwinds the menu's thread when its terminal is gone. Not a problem: nobody is left to read one. */
final class MenuClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MenuClosed() {
        super("the terminal is gone", null, false, false);
    }
}
