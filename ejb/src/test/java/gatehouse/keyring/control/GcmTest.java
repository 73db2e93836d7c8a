package gatehouse.keyring.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.ProblemException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GcmTest {
    private final byte[] key = Gcm.random(32);
    private final byte[] purpose = {1, 2, 3};
    private final byte[] plain = {4, 5, 6, 7};

    @Test
    void whatWasSealedOpens() {
        assertThat(Gcm.decrypt(key, purpose, Gcm.encrypt(key, purpose, plain))).isEqualTo(plain);
    }

    @Test
    void theSameValueNeverLooksTheSame() {
        assertThat(Gcm.encrypt(key, purpose, plain)).isNotEqualTo(Gcm.encrypt(key, purpose, plain));
    }

    @Test
    void anotherPurposeOrKeyDoesNotOpen() {
        byte[] sealed = Gcm.encrypt(key, purpose, plain);

        assertThatThrownBy(() -> Gcm.decrypt(key, new byte[] {9}, sealed)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Gcm.decrypt(Gcm.random(32), purpose, sealed)).isInstanceOf(ProblemException.class);
    }

    @Test
    void everyFlippedBitAndEveryCutIsNoticed() {
        byte[] sealed = Gcm.encrypt(key, purpose, plain);
        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> Gcm.decrypt(key, purpose, flipped)).isInstanceOf(ProblemException.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> Gcm.decrypt(key, purpose, cut)).isInstanceOf(ProblemException.class);
        }
    }
}
