package gatehouse.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238 appendix B, SHA1; the table shows eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheRfc(long second, String eightDigits) {
        long step = Totp.stepAt(Instant.ofEpochSecond(second));

        assertThat(Totp.truncated(KEY, step) % 100_000_000).isEqualTo(Integer.parseInt(eightDigits));
        assertThat(Totp.code(KEY, step)).isEqualTo(eightDigits.substring(2));
    }

    @Test
    void theStepBeforeAndTheStepAfterAreAcceptedAndNoOther() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.stepAt(now);

        for (long shift = -3; shift <= 3; shift++) {
            try (Secret code = Secret.ofString(Totp.code(KEY, step + shift))) {
                assertThat(Totp.match(KEY, code, now).isPresent())
                        .as("shift %d", shift)
                        .isEqualTo(Math.abs(shift) <= 1);
            }
        }
    }

    @Test
    void uriNamesIssuerAndAccountAndHoldsTheKeyInBase32() {
        assertThat(Totp.uri("Gatehouse", "al ice", KEY))
                .isEqualTo("otpauth://totp/Gatehouse:al%20ice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Gatehouse&algorithm=SHA1&digits=6&period=30");
    }

    /** RFC 4648 section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32IsThatOfTheRfc(String text, String encoded) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }
}
