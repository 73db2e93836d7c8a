package gatehouse.session.control.screen;

/** Hears of what matters for finding commands, while the screen still shows what was there before. */
public interface ScreenListener {
    ScreenListener NOBODY = new ScreenListener() {};

    /** The cursor is about to leave its row or to return to its beginning. */
    default void leaving(boolean lineFeed) {}

    /** The screen switched to the alternate one or back. */
    default void alternate(boolean entered) {}

    /**
     * A mark of a shell's integration: OSC 133 (FinalTerm) or OSC 633 (VS Code).
     *
     * @param mark A prompt begins, B prompt ends, C command runs, D command ended
     * @param argument what follows the mark, for D the exit status; may be empty
     */
    default void mark(char mark, String argument) {}
}
