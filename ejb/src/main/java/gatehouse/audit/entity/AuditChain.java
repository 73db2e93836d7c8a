package gatehouse.audit.entity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * The hash chain over sequenced leaves: {@code chain(n) = SHA-256("gatehouse audit 1" ‖ chain(n - 1) ‖ n ‖ leaf id ‖ content hash)},
 * with 32 zero bytes before the first, numbers as eight bytes, big endian. A head signs {@code "gatehouse head 1" ‖ n ‖ chain(n) ‖
 * milliseconds since 1970}.
 */
public final class AuditChain {
    private static final int HASH = 32;
    private static final byte[] LINK = "gatehouse audit 1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEAD = "gatehouse head 1".getBytes(StandardCharsets.US_ASCII);

    private AuditChain() {}

    /** What comes before the first leaf. */
    public static byte[] start() {
        return new byte[HASH];
    }

    public static byte[] next(byte[] previous, long position, UUID leaf, byte[] contentHash) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(LINK);
            digest.update(previous);
            digest.update(ByteBuffer.allocate(3 * Long.BYTES)
                    .putLong(position)
                    .putLong(leaf.getMostSignificantBits())
                    .putLong(leaf.getLeastSignificantBits())
                    .array());
            return digest.digest(contentHash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The bytes that a head's signature covers. */
    public static byte[] head(long position, byte[] chainHash, Instant signedAt) {
        return ByteBuffer.allocate(HEAD.length + 2 * Long.BYTES + chainHash.length)
                .put(HEAD)
                .putLong(position)
                .put(chainHash)
                .putLong(signedAt.toEpochMilli())
                .array();
    }
}
