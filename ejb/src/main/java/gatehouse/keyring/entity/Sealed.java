package gatehouse.keyring.entity;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Base64;

/**
 * An encrypted value, as {@code keyring} gave it out; stored in a {@code bytea} column and opened only by {@code keyring}. Layout:
 * version 1 (one byte), key-encryption key (16 bytes), nonce (12) and data key wrapped by it (32 + 16), nonce (12), ciphertext and
 * tag (n + 16).
 */
public final class Sealed implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    public Sealed(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed sealed && Arrays.equals(bytes, sealed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Sealed[" + bytes.length + " bytes]";
    }
}
