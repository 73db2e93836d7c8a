package gatehouse.connector.spi.dialogue;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What a target has printed lately, as text without escape sequences. One side {@linkplain #add adds} bytes as they come and never
 * waits; the other side {@linkplain #await waits} for something to be there. Keeps the last {@value #KEPT} characters.
 *
 * <p>Thread-safe.
 */
public final class Transcript {
    static final int KEPT = 2048;

    private final CharsetDecoder decoder;
    private final EscapeFilter printable = new EscapeFilter();
    private final StringBuilder text = new StringBuilder();
    private ByteBuffer undecoded = ByteBuffer.allocate(0);
    private long changes;
    private boolean ended;

    public Transcript(Charset charset) {
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** The target printed this. */
    public synchronized void add(byte[] bytes, int offset, int length) {
        ByteBuffer in = ByteBuffer.allocate(undecoded.remaining() + length);
        in.put(undecoded).put(bytes, offset, length).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() * 2 + 2);
        decoder.decode(in, out, false);
        undecoded = in;
        printable.filter(out.flip(), text);
        if (text.length() > KEPT) {
            text.delete(0, text.length() - KEPT);
        }
        changes++;
        notifyAll();
    }

    /** The target will print nothing more. */
    public synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** It is our turn: what was printed until now has been dealt with. */
    public synchronized void turn() {
        text.setLength(0);
    }

    public synchronized String text() {
        return text.toString();
    }

    /** The last line with anything on it, to quote; empty when there is none. */
    public String lastWords() {
        return text().lines().map(String::strip).filter(line -> !line.isEmpty()).reduce("", (before, line) -> line);
    }

    public synchronized boolean hasEnded() {
        return ended;
    }

    /**
     * Waits until {@code rule} finds something in what was printed since our last turn. The rule runs on the calling thread.
     *
     * @param deadline by {@link System#nanoTime()}
     * @return empty when the time is over or the target has ended
     */
    public <T> Optional<T> await(Function<String, Optional<T>> rule, long deadline) throws InterruptedException {
        while (true) {
            long seen;
            String now;
            boolean last;
            synchronized (this) {
                seen = changes;
                now = text.toString();
                last = ended;
            }
            Optional<T> found = rule.apply(now);
            if (found.isPresent() || last || !awaitChange(seen, deadline)) {
                return found;
            }
        }
    }

    /** @return false when the time is over */
    private synchronized boolean awaitChange(long seen, long deadline) throws InterruptedException {
        while (changes == seen && !ended) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
