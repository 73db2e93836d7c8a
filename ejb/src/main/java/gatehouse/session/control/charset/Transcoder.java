package gatehouse.session.control.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/** Translates a stream of text piece by piece; keeps the beginning of a character until its end comes. Not thread-safe. */
final class Transcoder {
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder;
    private ByteBuffer rest = ByteBuffer.allocate(0);

    Transcoder(Charset from, Charset to) {
        decoder = from.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        encoder = to.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** Gives what is whole so far; the array is the caller's. */
    byte[] translate(byte[] bytes, int offset, int length) {
        ByteBuffer in = ByteBuffer.allocate(rest.remaining() + length);
        in.put(rest).put(bytes, offset, length).flip();
        CharBuffer text = CharBuffer.allocate(2 * in.remaining() + 2);
        decoder.decode(in, text, false);
        rest = in;
        text.flip();
        ByteBuffer out = ByteBuffer.allocate((int) Math.ceil(encoder.maxBytesPerChar() * (text.remaining() + 2.0)));
        encoder.encode(text, out, false);
        Arrays.fill(text.array(), '\0');
        byte[] translated = Arrays.copyOf(out.array(), out.position());
        Arrays.fill(out.array(), (byte) 0);
        return translated;
    }
}
