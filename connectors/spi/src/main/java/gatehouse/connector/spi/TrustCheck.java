package gatehouse.connector.spi;

/** Asked by a connector before it sends a secret: is this the machine that it should be? May block; called off I/O threads. */
@FunctionalInterface
public interface TrustCheck {
    /**
     * @param keyType name as on the wire, for example {@code ssh-ed25519}
     * @param fingerprint {@code SHA256:} and unpadded base64, as OpenSSH prints it
     * @param encoded the key or certificate as on the wire
     */
    Verdict check(String host, int port, String keyType, String fingerprint, byte[] encoded);

    sealed interface Verdict {
        record Trusted() implements Verdict {}

        /** @param detail for the person; names both fingerprints when a key has changed */
        record Refused(String detail) implements Verdict {}
    }
}
