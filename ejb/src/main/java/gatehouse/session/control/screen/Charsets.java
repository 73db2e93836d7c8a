package gatehouse.session.control.screen;

/** G0 and G1 with DEC's line drawing characters, as tmux, mc and dialog use them for borders. */
final class Charsets {
    /** What 0x60 to 0x7e mean in DEC Special Graphics. */
    private static final String GRAPHICS = "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";

    private final boolean[] graphics = new boolean[2];
    private int shift;

    /** @param designator '(' for G0, ')' for G1 */
    void designate(int designator, int charset) {
        if (designator == '(' || designator == ')') {
            graphics[designator - '('] = charset == '0';
        }
    }

    void shift(int to) {
        shift = to;
    }

    boolean isPlain() {
        return !graphics[shift];
    }

    int translate(int character) {
        boolean drawn = graphics[shift] && character >= 0x60 && character <= 0x7e;
        return drawn ? GRAPHICS.charAt(character - 0x60) : character;
    }
}
