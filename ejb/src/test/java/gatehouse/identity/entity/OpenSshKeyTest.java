package gatehouse.identity.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpenSshKeyTest {
    /** From {@code ssh-keygen -t ed25519}. */
    private static final String ED25519 =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJBx8R8+JD8KFzxIDS4Q1Cv9VQhq7jZw7Wb0vYhVQF7o alice@laptop";

    @Test
    void ed25519KeyIsReadWithTypeAndComment() {
        OpenSshKey key = OpenSshKey.parse("  " + ED25519 + "\n");

        assertThat(key.type()).isEqualTo("ssh-ed25519");
        assertThat(key.comment()).isEqualTo("alice@laptop");
        assertThat(key.fingerprint()).startsWith("SHA256:").hasSize(50);
        assertThat(key).isEqualTo(OpenSshKey.parse(ED25519.replace("alice@laptop", "")));
    }

    @Test
    void weakRsaIsRefusedAndStrongRsaTaken() {
        assertThat(OpenSshKey.parse(rsa(2048)).type()).isEqualTo("ssh-rsa");
        assertThatThrownBy(() -> OpenSshKey.parse(rsa(1024)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("1024");
    }

    @Test
    void aPrivateKeyIsRefusedWithAdvice() {
        assertThatThrownBy(() -> OpenSshKey.parse("-----BEGIN OPENSSH PRIVATE KEY-----"))
                .hasMessageContaining(".pub");
    }

    @Test
    void dsaAndOptionsAndTypesThatDoNotMatchAreRefused() {
        assertThatThrownBy(() -> OpenSshKey.parse("ssh-dss AAAA")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> OpenSshKey.parse("command=\"x\" " + ED25519)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> OpenSshKey.parse(ED25519.replaceFirst("ssh-ed25519", "ssh-rsa")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> OpenSshKey.parse(ED25519 + "\n" + ED25519)).isInstanceOf(ProblemException.class);
    }

    /** Whatever comes is read or refused by name, never by another exception. */
    @Test
    void anyBytesAreReadOrRefused() {
        Random random = new Random(7);
        for (int round = 0; round < 5000; round++) {
            byte[] bytes =
                    Base64.getDecoder().decode(ED25519.substring("ssh-ed25519 ".length(), ED25519.lastIndexOf(' ')));
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
            String line = "ssh-ed25519 " + Base64.getEncoder().encodeToString(cut);
            try {
                assertThat(OpenSshKey.parse(line).encoded()).isEqualTo(cut);
            } catch (ProblemException refused) {
                assertThat(refused.codeName()).isEqualTo("VALUE_INVALID");
            }
        }
    }

    private static String rsa(int bits) {
        byte[] modulus = new byte[bits / 8 + 1];
        modulus[1] = (byte) 0x80;
        byte[] blob = ByteBuffer.allocate(4 + 7 + 4 + 3 + 4 + modulus.length)
                .putInt(7)
                .put("ssh-rsa".getBytes(StandardCharsets.US_ASCII))
                .putInt(3)
                .put(new byte[] {1, 0, 1})
                .putInt(modulus.length)
                .put(modulus)
                .array();
        return "ssh-rsa " + Base64.getEncoder().encodeToString(blob);
    }
}
