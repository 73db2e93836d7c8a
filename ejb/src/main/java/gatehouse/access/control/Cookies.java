package gatehouse.access.control;

import gatehouse.kernel.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** What a browser carries: 256 random bits, of which only the hash is kept. */
public final class Cookies {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Cookies() {}

    public static Secret next() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Secret.ofString(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    public static byte[] hash(Secret cookie) {
        byte[] bytes = cookie.bytes();
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
