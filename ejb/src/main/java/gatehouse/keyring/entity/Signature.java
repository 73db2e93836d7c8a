package gatehouse.keyring.entity;

import java.util.Arrays;
import java.util.UUID;

/** An Ed25519 signature (RFC 8032). */
public final class Signature {
    private final UUID key;
    private final byte[] bytes;

    /**
     * @param key which signing key made it
     * @param bytes 64 bytes
     */
    public Signature(UUID key, byte[] bytes) {
        this.key = key;
        this.bytes = bytes.clone();
    }

    public UUID key() {
        return key;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature that && key.equals(that.key) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Arrays.hashCode(bytes);
    }
}
