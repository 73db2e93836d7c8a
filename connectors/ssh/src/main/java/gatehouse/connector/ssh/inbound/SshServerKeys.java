package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.inbound.InboundListener;
import gatehouse.connector.ssh.wire.PrivateKeys;
import gatehouse.kernel.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The server's host keys: ed25519 and RSA with 3072 bits, made once and kept by the listener as PKCS#8 PEM. */
final class SshServerKeys {
    private static final int RSA_BITS = 3072;

    private SshServerKeys() {}

    /** May block: asks the listener, which asks the database. */
    static List<KeyPair> load(InboundListener listener) throws GeneralSecurityException {
        KeyPairGenerator rsa = SecurityUtils.getKeyPairGenerator("RSA");
        rsa.initialize(RSA_BITS);
        return List.of(
                load(listener, "ssh-ed25519", SecurityUtils.getKeyPairGenerator("Ed25519")),
                load(listener, "ssh-rsa", rsa));
    }

    private static KeyPair load(InboundListener listener, String name, KeyPairGenerator generator)
            throws GeneralSecurityException {
        try (Secret pem = listener.serverKey(
                name, () -> PrivateKeys.write(generator.generateKeyPair().getPrivate()))) {
            return PrivateKeys.read(pem, Optional.empty());
        }
    }
}
