package gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void textSurvivesInBothDirections() {
        try (Secret secret = Secret.of("pässwörd 密码 \uD83D\uDD11".toCharArray())) {
            assertThat(secret.bytes()).isEqualTo("pässwörd 密码 \uD83D\uDD11".getBytes(StandardCharsets.UTF_8));
            assertThat(secret.chars()).isEqualTo("pässwörd 密码 \uD83D\uDD11".toCharArray());
        }
    }

    @Test
    void neverPrintsItself() {
        try (Secret secret = Secret.ofString("hunter2")) {
            assertThat(secret).hasToString("[redacted]");
        }
    }

    @Test
    void closingWipesTheBytes() {
        byte[] bytes = {1, 2, 3};
        Secret secret = Secret.owning(bytes);
        secret.close();
        assertThat(bytes).containsOnly(0);
        assertThatThrownBy(secret::bytes).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void bytesThatAreNoTextAreRefusedAsText() {
        try (Secret secret = Secret.owning(new byte[] {(byte) 0xff, (byte) 0xfe})) {
            assertThatThrownBy(secret::chars).isInstanceOf(ProblemException.class);
        }
    }
}
