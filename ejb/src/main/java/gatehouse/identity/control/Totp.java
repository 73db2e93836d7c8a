package gatehouse.identity.control;

import gatehouse.kernel.Secret;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time codes (RFC 6238): HMAC-SHA1, steps of 30 s, six digits, because that is what every authenticator app does. The
 * step before and the step after are accepted too (section 5.2).
 */
final class Totp {
    static final int KEY_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long stepAt(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
    }

    /** The step to which the code belongs; always compares with all three. */
    static OptionalLong match(byte[] key, Secret code, Instant now) {
        long step = stepAt(now);
        byte[] given = code.bytes();
        OptionalLong match = OptionalLong.empty();
        for (long candidate = step - 1; candidate <= step + 1; candidate++) {
            byte[] expected = code(key, candidate).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(expected, given)) {
                match = OptionalLong.of(candidate);
            }
        }
        return match;
    }

    static String code(byte[] key, long step) {
        return "%06d".formatted(truncated(key, step) % MODULUS);
    }

    /** RFC 4226 section 5.3. */
    static int truncated(byte[] key, long step) {
        byte[] mac = hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 0x0f;
        return ByteBuffer.wrap(mac).getInt(offset) & 0x7fff_ffff;
    }

    /** What authenticator apps read from a QR code. */
    static String uri(String issuer, String account, byte[] key) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(encoded(issuer), encoded(account), base32(key), encoded(issuer), DIGITS, STEP_SECONDS);
    }

    /** RFC 4648 section 6, without padding. */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = (buffer << 8) | (next & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((buffer >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
        }
        return text.toString();
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
