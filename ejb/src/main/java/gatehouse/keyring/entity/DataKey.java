package gatehouse.keyring.entity;

import gatehouse.kernel.Secret;

/**
 * A fresh key for a stream that its owner encrypts itself, for example a recording.
 *
 * @param key 32 bytes for AES-256; the caller closes it
 * @param wrapped the same key, to be kept beside what it encrypts
 */
public record DataKey(Secret key, Sealed wrapped) implements AutoCloseable {
    @Override
    public void close() {
        key.close();
    }
}
