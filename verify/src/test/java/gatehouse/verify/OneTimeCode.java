package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows. */
final class OneTimeCode {
    private OneTimeCode() {}

    static long step() {
        return Instant.now().getEpochSecond() / 30;
    }

    /** A code is good once. */
    static void awaitStepAfter(long used) {
        Eventually.holds(() -> assertThat(step()).isGreaterThan(used));
    }

    /** Of {@code person}, by the code of {@code step}, which is used up by it. Gives the secret. */
    static String enrol(Rest person, long step) throws Exception {
        String secret = person.post("users/me/totp/", null).getString("secret");
        person.post("users/me/totp/confirm/", Rest.object("code", of(secret, step)));
        return secret;
    }

    /** RFC 6238, as an authenticator app does it. */
    static String of(String base32, long step) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(fromBase32(base32), "RAW"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fff_ffff;
        return "%06d".formatted(number % 1_000_000);
    }

    private static byte[] fromBase32(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }
}
