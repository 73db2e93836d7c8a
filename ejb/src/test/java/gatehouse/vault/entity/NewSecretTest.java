package gatehouse.vault.entity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewSecretTest {
    private static void check(String text, SecretKind kind) {
        try (NewSecret secret = new NewSecret(Secret.ofString(text), Optional.empty())) {
            secret.check(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "nul\0", "return\r"})
    void aPasswordIsOneLine(String text) {
        assertThatThrownBy(() -> check(text, SecretKind.PASSWORD)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aKeyBeginsAsPemDoes() {
        assertThatCode(() -> check("\n-----BEGIN OPENSSH PRIVATE KEY-----\nx", SecretKind.SSH_KEY))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check("ssh-ed25519 AAAA", SecretKind.SSH_KEY)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> check("-", SecretKind.SSH_KEY)).isInstanceOf(ProblemException.class);
    }
}
