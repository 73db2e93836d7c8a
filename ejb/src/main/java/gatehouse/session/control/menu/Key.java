package gatehouse.session.control.menu;

/** One key as the person pressed it. */
sealed interface Key {
    /** @param codePoint printable */
    record Typed(int codePoint) implements Key {}

    enum Named implements Key {
        ENTER,
        BACKSPACE,
        DELETE,
        LEFT,
        RIGHT,
        UP,
        DOWN,
        HOME,
        END,
        WORD_LEFT,
        WORD_RIGHT,
        CANCEL,
        END_OF_INPUT,
        KILL_BACKWARD,
        KILL_FORWARD,
        KILL_WORD,
        REDRAW,
        PASTE_BEGIN,
        PASTE_END,
        /** A line break inside a paste. */
        PASTED_BREAK
    }
}
