package gatehouse.keyring.control;

import gatehouse.keyring.entity.KeyringProblem;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce in front of ciphertext and 128-bit tag. One key takes 2^32 messages; a
 * key-encryption key wraps a month of one organisation's values, a data key encrypts one value.
 */
final class Gcm {
    static final int NONCE = 12;
    static final int TAG = 16;
    static final int OVERHEAD = NONCE + TAG;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Gcm() {}

    static byte[] encrypt(byte[] key, byte[] associated, byte[] plain) {
        byte[] nonce = random(NONCE);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, associated);
            return ByteBuffer.allocate(plain.length + OVERHEAD)
                    .put(nonce)
                    .put(cipher.doFinal(plain))
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES/GCM/NoPadding", e);
        }
    }

    /** @throws gatehouse.kernel.ProblemException {@code SEAL_BROKEN} when key, associated data and ciphertext do not belong together */
    static byte[] decrypt(byte[] key, byte[] associated, byte[] sealed) {
        if (sealed.length < OVERHEAD) {
            throw KeyringProblem.SEAL_BROKEN.problem("a sealed value is too short");
        }
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, associated);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException e) {
            throw KeyringProblem.SEAL_BROKEN.problem(
                    "a sealed value does not open: it was damaged, or copied here from another row; store it anew", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES/GCM/NoPadding", e);
        }
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }
}
