package gatehouse.session.control.inline;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Frames of ZMODEM with CRC-32, as a program would write them. */
final class TestingFrames {
    private TestingFrames() {}

    /** ZFILE with a name and a size. */
    static String file(String name, int size) {
        return header(4) + subpacket(name + "\0" + size + " 0 0 0\0", 'k');
    }

    /** ZDATA from the file's start. */
    static String content(String text) {
        return header(10) + subpacket(text, 'h');
    }

    /** ZDATA of which no end comes. */
    static String unfinished(String text) {
        return header(10) + text;
    }

    private static String header(int type) {
        String bytes = (char) type + "\0\0\0\0";
        return "*\30C" + escaped(bytes + crc(bytes));
    }

    private static String subpacket(String text, char end) {
        return escaped(text) + "\30" + end + escaped(crc(text + end));
    }

    private static String crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder bytes = new StringBuilder();
        for (int shift = 0; shift < 32; shift += 8) {
            bytes.append((char) ((crc.getValue() >> shift) & 0xff));
        }
        return bytes.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0x18 || (c & 0x7f) == 0x11 || (c & 0x7f) == 0x13 || (c & 0x7f) == 0x10 || (c & 0x7f) == 0x0d) {
                escaped.append('\30').append((char) (c ^ 0x40));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
