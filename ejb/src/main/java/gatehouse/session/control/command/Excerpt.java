package gatehouse.session.control.command;

import gatehouse.session.control.screen.PlainText;
import java.util.Arrays;

/** The beginning of a command's output: bytes as they came, text when it is wanted. */
final class Excerpt {
    static final int MOST_CHARACTERS = 4096;
    private static final int MOST_BYTES = 4 * MOST_CHARACTERS;
    private static final int FIRST_BYTES = 512;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;

    boolean isFull() {
        return length == MOST_BYTES;
    }

    void add(byte[] source, int from, int to) {
        int count = Math.min(to - from, MOST_BYTES - length);
        if (count <= 0) {
            return;
        }
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(MOST_BYTES, Math.max(2 * bytes.length, length + count)));
        }
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    /** @param prompt taken off the end, when the output runs into the next prompt */
    String text(String prompt) {
        String text = PlainText.of(bytes, 0, length).stripTrailing();
        String next = prompt.strip();
        int lastLine = text.lastIndexOf('\n') + 1;
        if (!next.isEmpty() && text.substring(lastLine).strip().startsWith(next)) {
            text = text.substring(0, lastLine).stripTrailing();
        }
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    }
}
