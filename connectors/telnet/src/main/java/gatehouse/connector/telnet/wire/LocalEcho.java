package gatehouse.connector.telnet.wire;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** What a screen shows of typed keys when the peer does not echo: text, line ends and rubbed-out characters. */
final class LocalEcho {
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] RUBBED_OUT = {'\b', ' ', '\b'};
    private static final int DELETE = 0x7f;

    private LocalEcho() {}

    static byte[] of(byte[] bytes, int offset, int length) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream(length);
        for (byte b : Arrays.copyOfRange(bytes, offset, offset + length)) {
            if (b == '\r' || b == '\n') {
                shown.writeBytes(LINE_END);
            } else if (b == '\b' || b == DELETE) {
                shown.writeBytes(RUBBED_OUT);
            } else if ((b & 0xff) >= ' ') {
                shown.write(b);
            }
        }
        return shown.toByteArray();
    }
}
