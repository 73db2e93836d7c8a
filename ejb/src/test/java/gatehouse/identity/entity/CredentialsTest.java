package gatehouse.identity.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.ProblemException;
import gatehouse.kernel.UserId;
import gatehouse.keyring.entity.Sealed;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private final Credentials credentials = new Credentials(UserId.next());

    /** R4.2 */
    @Test
    void aStepIsUsedOnceAndNeverAfterALaterOne() {
        credentials.offerTotp(new Sealed(new byte[] {1}));
        credentials.confirmTotp(100);

        assertThat(credentials.useTotpStep(100)).isFalse();
        assertThat(credentials.useTotpStep(101)).isTrue();
        assertThat(credentials.useTotpStep(101)).isFalse();
        assertThat(credentials.useTotpStep(100)).isFalse();
    }

    @Test
    void anOfferedKeyCountsOnlyOnceConfirmed() {
        credentials.offerTotp(new Sealed(new byte[] {1}));
        assertThat(credentials.totpKey()).isEmpty();

        credentials.confirmTotp(1);
        assertThat(credentials.totpKey()).contains(new Sealed(new byte[] {1}));
        assertThat(credentials.totpPendingKey()).isEmpty();
    }

    /** R4.8 */
    @Test
    void whatSomebodyElseGaveIsNoPasswordOfOnesOwn() {
        assertThatCode(credentials::requireOwnPassword).doesNotThrowAnyException();

        credentials.setPassword("hash", Instant.EPOCH, true);
        assertThatThrownBy(credentials::requireOwnPassword)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.codeName()).isEqualTo("PASSWORD_MUST_CHANGE"))
                .hasMessageContaining("change it first");

        credentials.setPassword("hash", Instant.EPOCH, false);
        assertThatCode(credentials::requireOwnPassword).doesNotThrowAnyException();
    }
}
