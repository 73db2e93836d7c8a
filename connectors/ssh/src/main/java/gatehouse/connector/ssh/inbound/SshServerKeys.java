package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.inbound.InboundListener;
import gatehouse.connector.ssh.SshDescriptor;
import gatehouse.connector.ssh.wire.PrivateKeys;
import gatehouse.kernel.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Optional;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * The server's keys, made once and kept by the listener as PKCS#8 PEM.
 *
 * @param ed25519 host key
 * @param rsa host key with 3072 bits
 * @param authority signs the host certificates of the server inside forwarded connections
 */
record SshServerKeys(KeyPair ed25519, KeyPair rsa, KeyPair authority) {
    private static final int RSA_BITS = 3072;

    /** May block: asks the listener, which asks the database. */
    static SshServerKeys load(InboundListener listener) throws GeneralSecurityException {
        KeyPairGenerator rsa = SecurityUtils.getKeyPairGenerator("RSA");
        rsa.initialize(RSA_BITS);
        KeyPairGenerator ed25519 = SecurityUtils.getKeyPairGenerator("Ed25519");
        return new SshServerKeys(
                load(listener, "ssh-ed25519", ed25519),
                load(listener, "ssh-rsa", rsa),
                load(listener, SshDescriptor.AUTHORITY, ed25519));
    }

    private static KeyPair load(InboundListener listener, String name, KeyPairGenerator generator)
            throws GeneralSecurityException {
        try (Secret pem = listener.serverKey(
                name, () -> PrivateKeys.write(generator.generateKeyPair().getPrivate()))) {
            KeyPair pair = PrivateKeys.read(pem, Optional.empty());
            listener.serverIdentity(name, PublicKeyEntry.toString(pair.getPublic()));
            return pair;
        }
    }
}
