package gatehouse.session.control.exec;

import java.io.ByteArrayOutputStream;

/** How lines end without a terminal, whose driver would put a carriage return before each line feed (ONLCR of POSIX termios). */
public final class LineFeeds {
    private LineFeeds() {}

    /** The same for somebody who looks at it on a terminal. */
    public static byte[] asOnATerminal(byte[] shown, int offset, int length) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(length + 16);
        for (int i = offset; i < offset + length; i++) {
            if (shown[i] == '\n' && (i == offset || shown[i - 1] != '\r')) {
                whole.write('\r');
            }
            whole.write(shown[i]);
        }
        return whole.toByteArray();
    }
}
