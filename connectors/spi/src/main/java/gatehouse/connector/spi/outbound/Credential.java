package gatehouse.connector.spi.outbound;

import gatehouse.kernel.Secret;
import java.util.Optional;

/**
 * A proof that a target accepts. The secrets stay their owner's, who wipes them once {@code connect} has returned; a connector
 * copies what it needs longer.
 */
public sealed interface Credential {
    record Password(Secret secret) implements Credential {}

    /**
     * @param encoded private key as text: OpenSSH, PKCS#8 or the traditional PEM forms
     * @param passphrase present when the key is encrypted
     */
    record PrivateKey(Secret encoded, Optional<Secret> passphrase) implements Credential {}
}
