package gatehouse.connector.telnet.wire;

import java.util.Arrays;

/** Makes data fit to be sent: 255 doubled and, unless the connection is binary, a carriage return followed by NUL (RFC 854). */
final class Escaping {
    private Escaping() {}

    /** A copy that is the caller's. */
    static byte[] escaped(byte[] bytes, int offset, int length, boolean binary) {
        byte[] escaped = new byte[2 * length];
        int size = 0;
        for (int i = offset; i < offset + length; i++) {
            int b = bytes[i] & 0xff;
            escaped[size++] = (byte) b;
            if (b == TelnetCode.IAC) {
                escaped[size++] = (byte) b;
            } else if (b == '\r' && !binary) {
                escaped[size++] = 0;
            }
        }
        byte[] exact = Arrays.copyOf(escaped, size);
        Arrays.fill(escaped, (byte) 0);
        return exact;
    }
}
