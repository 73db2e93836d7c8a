package gatehouse.session.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import gatehouse.kernel.WrongField;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept for a while until somebody connects is small. */
class WantedTest {
    @Test
    void aTypedSecretHasUpToFourKibibytes() {
        assertThat(wanted("root", "x".repeat(4096)).typed()).isPresent();
        assertThatThrownBy(() -> wanted("root", "x".repeat(4097)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("4096 bytes");
    }

    @Test
    void aUsernameIsAsLongAsAnAccounts() {
        assertThat(wanted("u".repeat(128), "x").username()).hasSize(128);
        assertThatThrownBy(() -> wanted("u".repeat(129), "x")).isInstanceOf(ProblemException.class);
    }

    /** {@code !root} excludes it, too. */
    @ParameterizedTest
    @ValueSource(strings = {" root", "root ", "root\n", "\u0015root", "ro\0ot", "\u2003root", "root\u200b"})
    void aUsernameIsNoOtherOneInDisguise(String username) {
        assertThatThrownBy(() -> wanted(username, "x"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.fields())
                                .extracting(WrongField::field)
                                .containsExactly("username"));
    }

    private static Wanted wanted(String username, String secret) {
        return new Wanted(AssetId.next(), "@INPUT", "ssh", username, Optional.of(Secret.ofString(secret)), false);
    }
}
