package gatehouse.session.control.recording;

import gatehouse.session.control.exec.LineFeeds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Events as lines of asciicast v2 (docs.asciinema.org/manual/asciicast/v2): {@code [seconds, "o", "text"]}. Bytes become text by
 * UTF-8; a character that is cut between two events of one stream appears with the second, what is not UTF-8 as U+FFFD. What
 * asciicast has no word for becomes a marker, which standard players show or ignore.
 */
public final class Asciicast {
    /** How a marker begins that names who typed the input after it. */
    private static final String TYPING = "typing: ";

    private final boolean terminal;
    private byte[] outputRest = new byte[0];
    private byte[] errorRest = new byte[0];
    private byte[] inputRest = new byte[0];

    /** @param terminal whether lines end as a terminal wants it; what has none ends them with a line feed, which players take as it is */
    public Asciicast(boolean terminal) {
        this.terminal = terminal;
    }

    public String header(RecordingHeader header) {
        StringBuilder line = new StringBuilder();
        line.append("{\"version\": 2, \"width\": ").append(header.columns());
        line.append(", \"height\": ").append(header.rows());
        line.append(", \"timestamp\": ").append(header.start().getEpochSecond());
        line.append(", \"title\": ");
        quote(line, header.title());
        return line.append("}\n").toString();
    }

    public void append(StringBuilder lines, RecordedEvent event) {
        switch (event.type()) {
            case OUTPUT -> {
                byte[] bytes = joined(outputRest, shown(event));
                outputRest = incomplete(bytes);
                line(lines, event, 'o', text(bytes, outputRest));
            }
            case ERROR -> {
                byte[] bytes = joined(errorRest, shown(event));
                errorRest = incomplete(bytes);
                line(lines, event, 'o', text(bytes, errorRest));
            }
            case INPUT -> {
                byte[] bytes = joined(inputRest, event.bytes());
                inputRest = incomplete(bytes);
                line(lines, event, 'i', text(bytes, inputRest));
            }
            case RESIZE -> line(lines, event, 'r', plain(event));
            case MARKER -> line(lines, event, 'm', plain(event));
            case UNECHOED -> line(lines, event, 'm', plain(event) + " bytes typed that are not kept");
            case TYPIST -> line(lines, event, 'm', TYPING + plain(event).substring(RecordingFormat.USER_ID + 1));
            case ACCOUNTED -> line(lines, event, 'm', "output not kept whole: " + accounted(plain(event)));
            case INPUT_ACCOUNTED -> line(lines, event, 'm', "input not kept as text: " + accounted(plain(event)));
        }
    }

    private byte[] shown(RecordedEvent event) {
        byte[] bytes = event.bytes();
        return terminal ? bytes : LineFeeds.asOnATerminal(bytes, 0, bytes.length);
    }

    private static String accounted(String text) {
        int blank = text.indexOf(' ');
        return text.substring(0, blank) + " bytes, SHA-256 " + text.substring(blank + 1);
    }

    private static String plain(RecordedEvent event) {
        return new String(event.bytes(), StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] rest, byte[] bytes) {
        if (rest.length == 0) {
            return bytes;
        }
        byte[] joined = Arrays.copyOf(rest, rest.length + bytes.length);
        System.arraycopy(bytes, 0, joined, rest.length, bytes.length);
        return joined;
    }

    private static String text(byte[] bytes, byte[] rest) {
        return new String(bytes, 0, bytes.length - rest.length, StandardCharsets.UTF_8);
    }

    /** The beginning of a character at the end of {@code bytes}: at most three. */
    private static byte[] incomplete(byte[] bytes) {
        for (int back = 1; back <= Math.min(3, bytes.length); back++) {
            int b = bytes[bytes.length - back] & 0xff;
            if (b >= 0xc0) {
                int length = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
                return length > back ? Arrays.copyOfRange(bytes, bytes.length - back, bytes.length) : new byte[0];
            }
            if (b < 0x80) {
                break;
            }
        }
        return new byte[0];
    }

    private static void line(StringBuilder lines, RecordedEvent event, char code, String data) {
        if (data.isEmpty()) {
            return;
        }
        lines.append(String.format(
                Locale.ROOT, "[%d.%06d, \"%c\", ", event.micros() / 1_000_000, event.micros() % 1_000_000, code));
        quote(lines, data);
        lines.append("]\n");
    }

    private static void quote(StringBuilder target, String text) {
        target.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                target.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029) {
                target.append("\\u")
                        .append(Character.forDigit(c >> 12, 16))
                        .append(Character.forDigit(c >> 8 & 15, 16));
                target.append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                target.append(c);
            }
        }
        target.append('"');
    }
}
