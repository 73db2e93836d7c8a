package gatehouse.connector.ssh.inbound;

import java.security.PublicKey;
import java.util.Set;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.session.ServerSession;

/** Checks that a client holds the private key it names (RFC 4252 section 7, RFC 8332 for RSA). */
final class KeyProof {
    private static final Set<String> RSA_SIGNATURES = Set.of("rsa-sha2-256", "rsa-sha2-512");

    private KeyProof() {}

    /** Is this a key whose signatures would be accepted at all? Certificates are not. */
    static boolean isUsable(ServerSession session, SignInMessage.PublicKey offer) {
        try {
            String type = KeyUtils.getKeyType(decode(offer.key()));
            boolean fits = type.equals("ssh-rsa")
                    ? RSA_SIGNATURES.contains(offer.algorithm())
                    : type.equals(offer.algorithm());
            return fits && session.getSignatureFactoriesNames().contains(offer.algorithm());
        } catch (Exception malformed) {
            return false;
        }
    }

    /** @param loginName as in the request that carries the signature */
    static boolean holds(ServerSession session, String loginName, SignInMessage.PublicKey offer) {
        try {
            Signature verifier = NamedFactory.create(session.getSignatureFactories(), offer.algorithm());
            verifier.initVerifier(session, decode(offer.key()));
            Buffer signed = signedBytes(session, loginName, offer);
            verifier.update(session, signed.array(), signed.rpos(), signed.available());
            return verifier.verify(session, offer.signature());
        } catch (Exception malformed) {
            return false;
        }
    }

    private static PublicKey decode(byte[] blob) throws Exception {
        ByteArrayBuffer buffer = new ByteArrayBuffer(blob);
        PublicKey key = buffer.getRawPublicKey();
        if (buffer.available() > 0) {
            throw new IllegalArgumentException("bytes behind the key");
        }
        return key;
    }

    private static Buffer signedBytes(ServerSession session, String loginName, SignInMessage.PublicKey offer) {
        Buffer signed = new ByteArrayBuffer();
        signed.putBytes(session.getSessionId());
        signed.putByte(SshConstants.SSH_MSG_USERAUTH_REQUEST);
        signed.putString(loginName);
        signed.putString(SignInProtocol.NEXT_SERVICE);
        signed.putString("publickey");
        signed.putBoolean(true);
        signed.putString(offer.algorithm());
        signed.putBytes(offer.key());
        return signed;
    }
}
