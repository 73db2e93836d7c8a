package gatehouse.connector.ssh.wire;

import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.digest.Digest;
import org.apache.sshd.common.kex.AbstractDH;
import org.apache.sshd.common.kex.DHFactory;
import org.apache.sshd.common.kex.KeyEncapsulationMethod;
import org.apache.sshd.common.kex.MontgomeryCurve;
import org.apache.sshd.common.kex.XDH;

/**
 * {@code mlkem768x25519-sha256} (draft-ietf-sshm-mlkem-hybrid-kex): safe as long as one of ML-KEM and X25519 is. Both halves go over
 * the wire one after the other, the secret is the hash of both, as with sntrup761x25519.
 */
final class HybridKeyExchange implements DHFactory {
    static final HybridKeyExchange MLKEM768_X25519 = new HybridKeyExchange();

    private static final KeyEncapsulationMethod ML_KEM = new MlKem768();

    private HybridKeyExchange() {}

    @Override
    public String getName() {
        return "mlkem768x25519-sha256";
    }

    @Override
    public boolean isGroupExchange() {
        return false;
    }

    @Override
    public boolean isSupported() {
        return MontgomeryCurve.x25519.isSupported();
    }

    @Override
    public AbstractDH create(Object... none) throws Exception {
        return new XDH(MontgomeryCurve.x25519, true) {
            @Override
            public KeyEncapsulationMethod getKeyEncapsulation() {
                return ML_KEM;
            }

            @Override
            public Digest getHash() {
                return BuiltinDigests.sha256.create();
            }
        };
    }
}
