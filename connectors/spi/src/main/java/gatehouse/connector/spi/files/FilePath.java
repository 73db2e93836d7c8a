package gatehouse.connector.spi.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A path as it is on the wire: bytes, usually but not necessarily UTF-8, in which a line feed is as good as a letter. Example:
 * {@code FilePath.of("/tmp/a\nb").text()} is {@code /tmp/a\nb} with a backslash and an n.
 */
public final class FilePath {
    private final byte[] bytes;

    private FilePath(byte[] bytes) {
        this.bytes = bytes;
    }

    public static FilePath copyOf(byte[] source, int offset, int length) {
        return new FilePath(Arrays.copyOfRange(source, offset, offset + length));
    }

    public static FilePath of(String text) {
        return new FilePath(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    /** The bytes as characters 0..255: compares and cuts like text without losing anything. */
    public String latin1() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    public static FilePath ofLatin1(String text) {
        return new FilePath(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** For people and logs, in one line: what is not UTF-8 or not printable appears as an escape, and no two paths look alike. */
    public String text() {
        StringBuilder text = new StringBuilder(bytes.length + 8);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        while (true) {
            var result = decoder.decode(in, out, true);
            appendPrintable(text, out.flip());
            out.clear();
            if (result.isUnderflow()) {
                return text.toString();
            }
            for (int i = 0; i < result.length(); i++) {
                text.append("\\x%02x".formatted(in.get()));
            }
            decoder.reset();
        }
    }

    private static void appendPrintable(StringBuilder text, CharBuffer characters) {
        characters.codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> appendPoint(text, point);
            }
        });
    }

    private static void appendPoint(StringBuilder text, int point) {
        if (isHarmful(point)) {
            text.append("\\u{%x}".formatted(point));
            return;
        }
        text.appendCodePoint(point);
    }

    /** Controls, and the format characters that turn text around or hide it. */
    private static boolean isHarmful(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilePath path && Arrays.equals(bytes, path.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
