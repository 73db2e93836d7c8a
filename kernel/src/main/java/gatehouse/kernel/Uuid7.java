package gatehouse.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Time-ordered identifiers (RFC 9562 section 5.7): rows that are born together lie together in an index. */
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    /** @param epochMillis milliseconds since 1970-01-01T00:00Z; 48 bits are kept */
    static UUID at(long epochMillis) {
        long high = (epochMillis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
