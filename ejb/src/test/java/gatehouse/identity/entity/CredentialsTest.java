package gatehouse.identity.entity;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.kernel.UserId;
import gatehouse.keyring.entity.Sealed;
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
}
