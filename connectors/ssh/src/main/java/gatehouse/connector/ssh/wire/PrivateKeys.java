package gatehouse.connector.ssh.wire;

import gatehouse.kernel.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Private keys as text: reads OpenSSH, PKCS#8 and the traditional PEM forms, writes PKCS#8. */
public final class PrivateKeys {
    /** RFC 7468, section 10. */
    private static final String LABEL = "PRIVATE KEY";

    private PrivateKeys() {}

    /** @throws GeneralSecurityException when it is not a key or the passphrase does not open it */
    public static KeyPair read(Secret encoded, Optional<Secret> passphrase) throws GeneralSecurityException {
        byte[] bytes = encoded.bytes();
        // MINA takes the passphrase as a String only
        FilePasswordProvider opener = passphrase
                .map(secret -> FilePasswordProvider.of(secret.asString()))
                .orElse(FilePasswordProvider.EMPTY);
        try (ByteArrayInputStream input = new ByteArrayInputStream(bytes)) {
            Iterable<KeyPair> keys =
                    SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName("key"), input, opener);
            Iterator<KeyPair> found = keys == null ? Collections.emptyIterator() : keys.iterator();
            if (!found.hasNext()) {
                throw new GeneralSecurityException("no private key in this text");
            }
            return found.next();
        } catch (IOException | RuntimeException unreadable) {
            throw new GeneralSecurityException("unreadable private key", unreadable);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** As PKCS#8 PEM, not encrypted. */
    public static Secret write(PrivateKey key) {
        byte[] der = key.getEncoded();
        byte[] body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(der);
        byte[] begin = ("-----BEGIN " + LABEL + "-----\n").getBytes(StandardCharsets.US_ASCII);
        byte[] end = ("\n-----END " + LABEL + "-----\n").getBytes(StandardCharsets.US_ASCII);
        byte[] pem = Arrays.copyOf(begin, begin.length + body.length + end.length);
        System.arraycopy(body, 0, pem, begin.length, body.length);
        System.arraycopy(end, 0, pem, begin.length + body.length, end.length);
        Arrays.fill(der, (byte) 0);
        Arrays.fill(body, (byte) 0);
        return Secret.owning(pem);
    }
}
