package gatehouse.connector.spi.files;

import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.Printable;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path as it is on the wire: bytes, usually but not necessarily UTF-8, in which a line feed is as good as a letter. Example:
 * {@code FilePath.of("/tmp/a\nb").text()} is {@code /tmp/a\nb} with a backslash and an n.
 */
public final class FilePath {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[\\\\nrt]|x[0-9a-f]{2}|u\\{[0-9a-f]{1,6}})?");

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

    /** An entry of this directory. */
    public FilePath child(FilePath name) {
        String directory = latin1();
        return ofLatin1(directory.endsWith("/") ? directory + name.latin1() : directory + "/" + name.latin1());
    }

    /**
     * What {@link #text()} printed, back to the path.
     *
     * @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} for an escape that {@code text()} never writes
     */
    public static FilePath parse(String text) {
        StringBuilder latin1 = new StringBuilder(text.length());
        int from = 0;
        Matcher escape = ESCAPE.matcher(text);
        while (escape.find()) {
            latin1.append(utf8AsLatin1(text.substring(from, escape.start())));
            latin1.append(unescaped(escape.group()));
            from = escape.end();
        }
        return ofLatin1(latin1.append(utf8AsLatin1(text.substring(from))).toString());
    }

    private static String unescaped(String escape) {
        return switch (escape.length() < 2 ? ' ' : escape.charAt(1)) {
            case '\\' -> "\\";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'x' -> String.valueOf((char) Integer.parseInt(escape.substring(2), 16));
            case 'u' -> utf8AsLatin1(point(escape.substring(3, escape.length() - 1)));
            default -> throw KernelProblem.VALUE_INVALID.problem("a backslash in a path is written twice");
        };
    }

    private static String point(String hexadecimal) {
        int point = Integer.parseInt(hexadecimal, 16);
        if (!Character.isValidCodePoint(point)) {
            throw KernelProblem.VALUE_INVALID.problem("there is no character " + hexadecimal);
        }
        return Character.toString(point);
    }

    private static String utf8AsLatin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** For people and logs, in one line: what is not UTF-8 or not printable appears as an escape, and no two paths look alike. */
    public String text() {
        StringBuilder text = new StringBuilder(bytes.length + 8);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        while (true) {
            var result = decoder.decode(in, out, true);
            text.append(Printable.of(out.flip()));
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
