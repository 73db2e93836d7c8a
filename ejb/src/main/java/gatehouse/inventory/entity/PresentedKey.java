package gatehouse.inventory.entity;

import java.util.Objects;

/**
 * The key that a machine showed in its key exchange.
 *
 * @param keyType name as on the wire, for example {@code ssh-ed25519}
 * @param fingerprint {@code SHA256:} and unpadded base64, as OpenSSH prints it
 * @param encoded the key as on the wire
 */
@SuppressWarnings("ArrayRecordComponent") // a value for one call, never compared
public record PresentedKey(String host, int port, String keyType, String fingerprint, byte[] encoded) {
    public PresentedKey {
        Objects.requireNonNull(host);
        Objects.requireNonNull(keyType);
        Objects.requireNonNull(fingerprint);
        encoded = encoded.clone();
    }
}
