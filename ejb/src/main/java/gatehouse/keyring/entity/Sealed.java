package gatehouse.keyring.entity;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Base64;

/**
 * An encrypted value, as {@code keyring} gave it out; stored in a {@code bytea} column and opened only by {@code keyring}. Layout:
 * version (one byte), key-encryption key (16 bytes), nonce (12) and data key wrapped by it (32 + 16), nonce (12), ciphertext and tag
 * (n + 16). Version 2 binds both to the whole of {@link SealedFor}; version 1, of earlier builds, to the purpose only.
 */
public final class Sealed implements Serializable {
    /** Of the layout in which values are sealed now. */
    public static final byte VERSION = 2;

    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    public Sealed(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Below which the bytes of all values in an old layout sort, in Java and in both databases. */
    public static byte[] firstCurrent() {
        return new byte[] {VERSION};
    }

    /** Whether it is bound to its row. */
    public boolean isCurrent() {
        return bytes.length > 0 && bytes[0] == VERSION;
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
