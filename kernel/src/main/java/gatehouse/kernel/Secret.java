package gatehouse.kernel;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Bytes that nobody may read by accident: prints as {@code [redacted]}, compares in constant time, is wiped on close. The caller
 * that created it closes it. Text is held as UTF-8.
 */
public final class Secret implements AutoCloseable {
    private final byte[] bytes;
    private volatile boolean closed;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies {@code bytes}; the caller still owns, and should wipe, its array. */
    public static Secret copyOf(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /** Takes over {@code bytes}; the caller must not touch the array again. */
    public static Secret owning(byte[] bytes) {
        return new Secret(bytes);
    }

    /** Encodes {@code chars} as UTF-8; the caller still owns, and should wipe, its array. */
    public static Secret of(char[] chars) {
        ByteBuffer buffer = ByteBuffer.allocate(3 * chars.length);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(chars), buffer, true);
        byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
        Arrays.fill(buffer.array(), (byte) 0);
        return new Secret(bytes);
    }

    /** For values that a library only gives as a {@code String}; every caller stands in SECURITY.md. */
    public static Secret ofString(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy that the caller wipes. */
    public byte[] bytes() {
        requireOpen();
        return bytes.clone();
    }

    /** A copy, decoded as UTF-8, that the caller wipes. */
    public char[] chars() {
        requireOpen();
        CharBuffer buffer = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), buffer, true);
        char[] chars = Arrays.copyOf(buffer.array(), buffer.position());
        Arrays.fill(buffer.array(), '\0');
        if (result.isError()) {
            Arrays.fill(chars, '\0');
            throw KernelProblem.VALUE_INVALID.problem("the secret is not text in UTF-8");
        }
        return chars;
    }

    /** For libraries that only take a {@code String}; every caller stands in SECURITY.md. */
    public String asString() {
        requireOpen();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public Secret copy() {
        return new Secret(bytes());
    }

    public int length() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Wipes the bytes; using the secret afterwards is a defect and throws. */
    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes, secret.bytes);
    }

    /** Constant: a hash of the content would be an oracle. */
    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "[redacted]";
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("secret used after it was wiped");
        }
    }
}
