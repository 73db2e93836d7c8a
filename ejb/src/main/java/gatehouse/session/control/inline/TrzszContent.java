package gatehouse.session.control.inline;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** How trzsz writes strings and content: zlib in base64, or bytes with escapes. */
final class TrzszContent {
    /** Takes content in order. */
    @FunctionalInterface
    interface Sink {
        void bytes(byte[] bytes, int length);
    }

    /** A little packed content becomes more than anybody has to look at on a thread that others wait for. */
    static final class TooDense extends DataFormatException {
        private static final long serialVersionUID = 1;

        TooDense() {
            super("a little becomes too much");
        }
    }

    private static final int MOST_TEXT = 256 * 1024;
    /** Of a file; beyond that each packed byte may become {@link #MOST_PER_BYTE}. */
    static final long FREELY = 16 << 20;

    static final int MOST_PER_BYTE = 100;

    private final byte[] out = new byte[16 * 1024];
    private final byte[] quartet = new byte[4];
    private int quartetLength;
    private final Inflater inflater = new Inflater();
    private TrzszEscapes escapes = TrzszEscapes.NONE;
    private int pending = -1;
    private final long freely;
    private final int perByte;
    private long allowed;

    TrzszContent() {
        this(FREELY, MOST_PER_BYTE);
    }

    private TrzszContent(long freely, int perByte) {
        this.freely = freely;
        this.perByte = perByte;
        this.allowed = freely;
    }

    static String encode(String text) {
        Deflater deflater = new Deflater();
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        byte[] packed = new byte[text.length() * 4 + 64];
        int length = deflater.deflate(packed);
        deflater.end();
        return Base64.getEncoder().encodeToString(Arrays.copyOf(packed, length));
    }

    /** Empty when it is none. */
    static String decode(String payload) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        TrzszContent content = new TrzszContent(MOST_TEXT, 0);
        byte[] bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
        try {
            content.base64(bytes, bytes.length, (piece, length) -> text.write(piece, 0, length));
        } catch (DataFormatException broken) {
            return "";
        } finally {
            content.close();
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    void escapes(TrzszEscapes agreed) {
        escapes = agreed;
    }

    /** What is an array of texts; anything else counts as none. */
    static List<String> texts(JsonValue value) {
        return !(value instanceof JsonArray array)
                ? List.of()
                : array.stream()
                        .filter(JsonString.class::isInstance)
                        .map(text -> ((JsonString) text).getString())
                        .toList();
    }

    /** A new file begins. */
    void file() {
        allowed = freely;
        begin();
    }

    /** The piece is over: each is a stream of its own. */
    void end(Sink sink) {
        if (pending >= 0) {
            out[0] = (byte) pending;
            sink.bytes(out, 1);
        }
        begin();
    }

    private void begin() {
        inflater.reset();
        quartetLength = 0;
        pending = -1;
    }

    void base64(byte[] bytes, int length, Sink sink) throws DataFormatException {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b > ' ' && b != '!') {
                quartet[quartetLength++] = b;
            }
            if (quartetLength == quartet.length) {
                quartetLength = 0;
                inflate(decoded(), sink);
            }
        }
    }

    private byte[] decoded() throws DataFormatException {
        try {
            return Base64.getDecoder().decode(quartet);
        } catch (IllegalArgumentException broken) {
            throw new DataFormatException("no base64");
        }
    }

    private void inflate(byte[] packed, Sink sink) throws DataFormatException {
        inflater.setInput(packed);
        allowed += (long) perByte * packed.length;
        for (int length = inflater.inflate(out); length > 0; length = inflater.inflate(out)) {
            allowed -= length;
            if (allowed < 0) {
                throw new TooDense();
            }
            sink.bytes(out, length);
        }
    }

    /** As trzsz reads them: what stands for nothing stands for itself, and its second byte may begin what does. */
    void escaped(byte[] bytes, int length, Sink sink) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xff;
            int meant = pending < 0 ? TrzszEscapes.NOTHING : escapes.meant(pending, b);
            if (meant != TrzszEscapes.NOTHING) {
                out[count++] = (byte) meant;
                pending = -1;
                continue;
            }
            if (pending >= 0) {
                out[count++] = (byte) pending;
            }
            pending = escapes.begins(b) ? b : -1;
            if (pending < 0) {
                out[count++] = (byte) b;
            }
        }
        sink.bytes(out, count);
    }

    void close() {
        inflater.end();
    }
}
