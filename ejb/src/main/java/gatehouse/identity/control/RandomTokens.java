package gatehouse.identity.control;

import gatehouse.kernel.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** Tokens of 256 random bits, and their hashes: with so many bits a plain SHA-256 is enough. */
public final class RandomTokens {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomTokens() {}

    /** @param prefix tells people and secret scanners what it is, for example {@code gh_} */
    public static Secret next(String prefix) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Secret.ofString(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    public static byte[] hash(Secret token) {
        byte[] bytes = token.bytes();
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
