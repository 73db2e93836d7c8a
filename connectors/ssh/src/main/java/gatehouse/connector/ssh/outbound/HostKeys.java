package gatehouse.connector.ssh.outbound;

import gatehouse.connector.spi.TrustCheck;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.ssh.SshProblem;
import java.net.SocketAddress;
import java.security.PublicKey;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** Keeps the key that a server has proved to hold and has it judged before the first secret. */
final class HostKeys {
    private static final AttributeKey<PublicKey> PROVED = new AttributeKey<>();

    private HostKeys() {}

    /** On the I/O thread, for each key exchange: the first key is remembered, a later exchange must show the same one. */
    static boolean remember(ClientSession session, SocketAddress address, PublicKey key) {
        PublicKey before = session.getAttribute(PROVED);
        if (before == null) {
            session.setAttribute(PROVED, key);
            return true;
        }
        return KeyUtils.compareKeys(before, key);
    }

    /** May block. */
    static void judge(ClientSession session, Endpoint endpoint) {
        PublicKey key = session.getAttribute(PROVED);
        ByteArrayBuffer encoded = new ByteArrayBuffer();
        encoded.putRawPublicKey(key);
        TrustCheck.Verdict verdict = endpoint.trust()
                .check(
                        endpoint.host(),
                        endpoint.port(),
                        KeyUtils.getKeyType(key),
                        KeyUtils.getFingerPrint(BuiltinDigests.sha256, key),
                        encoded.getCompactData());
        if (verdict instanceof TrustCheck.Verdict.Refused refused) {
            throw SshProblem.HOST_KEY_REFUSED.problem(refused.detail());
        }
    }
}
