package gatehouse.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Argon2Test {
    /** Made by the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32}. */
    @Test
    void hashIsThatOfTheReferenceImplementation() {
        try (Secret password = Secret.ofString("password")) {
            byte[] hash = Argon2.compute(password, "somesalt".getBytes(StandardCharsets.US_ASCII), 65536, 2, 1, 32);

            assertThat(HexFormat.of().formatHex(hash))
                    .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
        }
    }

    @Test
    void hashIsInPhcFormWithTheHousesCostAndVerifies() {
        try (Secret right = Secret.ofString("correct horse");
                Secret wrong = Secret.ofString("correct hors")) {
            String hash = Argon2.hash(right);

            assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(Argon2.verify(right, hash)).isTrue();
            assertThat(Argon2.verify(wrong, hash)).isFalse();
            assertThat(Argon2.hash(right)).isNotEqualTo(hash);
        }
    }

    @Test
    void somethingElseThanAHashIsADefect() {
        try (Secret password = Secret.ofString("x")) {
            assertThatThrownBy(() -> Argon2.verify(password, "$2y$10$abc"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
