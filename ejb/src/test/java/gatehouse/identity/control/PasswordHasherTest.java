package gatehouse.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.kernel.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private final PasswordHasher hasher = new PasswordHasher(1);

    @Test
    void nobodyHasNoPasswordThatFits() {
        try (Secret password = Secret.ofString("correct horse")) {
            assertThat(hasher.verify(password, Optional.empty())).isFalse();
            assertThat(hasher.verify(password, Optional.of(hasher.hash(password))))
                    .isTrue();
        }
    }
}
