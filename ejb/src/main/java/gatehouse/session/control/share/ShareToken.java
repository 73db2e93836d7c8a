package gatehouse.session.control.share;

import gatehouse.kernel.Secret;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.ShareId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** What an invitation's link carries: the invitation's id, a dot and 256 random bits as text. */
public final class ShareToken {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 32;
    /** Letters of a UUID. */
    private static final int ID_LENGTH = 36;

    private ShareToken() {}

    /** The caller closes it. */
    public static Secret next(ShareId id) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        String text = id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return Secret.owning(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Which invitation it is for. @throws gatehouse.kernel.ProblemException {@code SHARE_UNKNOWN} */
    public static ShareId idOf(Secret token) {
        byte[] bytes = token.bytes();
        try {
            return new ShareId(UUID.fromString(
                    new String(bytes, 0, Math.min(bytes.length, ID_LENGTH), StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            throw SessionProblem.SHARE_UNKNOWN.problem("this invitation is not valid; ask for a new one", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    public static byte[] hash(Secret token) {
        byte[] bytes = token.bytes();
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
