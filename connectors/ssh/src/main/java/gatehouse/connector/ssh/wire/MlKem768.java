package gatehouse.connector.ssh.wire;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KEM;
import org.apache.sshd.common.kex.KeyEncapsulationMethod;

/**
 * ML-KEM-768 (FIPS 203) by the JDK's own provider (JEP 496). MINA's needs a newer BouncyCastle than the server's module. The wire
 * carries bare keys; the JDK wants them in a SubjectPublicKeyInfo, whose head for this one parameter set is constant.
 */
final class MlKem768 implements KeyEncapsulationMethod {
    private static final String ALGORITHM = "ML-KEM-768";
    private static final String PROVIDER = "SunJCE";
    private static final int PUBLIC_KEY_BYTES = 1184;
    private static final int ENCAPSULATION_BYTES = 1088;
    private static final byte[] HEAD = HexFormat.of().parseHex("308204b2300b0609608648016503040402038204a100");

    @Override
    public Client getClient() {
        return new Initiator();
    }

    @Override
    public Server getServer() {
        return new Responder();
    }

    private static IllegalStateException unusable(GeneralSecurityException failure) {
        return new IllegalStateException("ML-KEM failed", failure);
    }

    private static final class Initiator implements Client {
        private KeyPair keys;

        @Override
        public void init() {
            try {
                keys = KeyPairGenerator.getInstance(ALGORITHM, PROVIDER).generateKeyPair();
            } catch (GeneralSecurityException missing) {
                throw unusable(missing);
            }
        }

        @Override
        public byte[] getPublicKey() {
            byte[] encoded = keys.getPublic().getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - PUBLIC_KEY_BYTES, encoded.length);
        }

        @Override
        public byte[] extractSecret(byte[] encapsulation) {
            try {
                return KEM.getInstance(ALGORITHM, PROVIDER)
                        .newDecapsulator(keys.getPrivate())
                        .decapsulate(encapsulation)
                        .getEncoded();
            } catch (GeneralSecurityException wrong) {
                throw new IllegalArgumentException("not an encapsulation for this key", wrong);
            }
        }

        @Override
        public int getEncapsulationLength() {
            return ENCAPSULATION_BYTES;
        }
    }

    private static final class Responder implements Server {
        private KEM.Encapsulated made;

        @Override
        public int getPublicKeyLength() {
            return PUBLIC_KEY_BYTES;
        }

        /** @return what follows the key: the public value of the other half of a hybrid exchange */
        @Override
        public byte[] init(byte[] keyAndMore) {
            if (keyAndMore.length < PUBLIC_KEY_BYTES) {
                throw new IllegalArgumentException("ML-KEM public key too short: " + keyAndMore.length);
            }
            try {
                made = KEM.getInstance(ALGORITHM, PROVIDER)
                        .newEncapsulator(key(keyAndMore))
                        .encapsulate();
            } catch (GeneralSecurityException wrong) {
                throw new IllegalArgumentException("not an ML-KEM public key", wrong);
            }
            return Arrays.copyOfRange(keyAndMore, PUBLIC_KEY_BYTES, keyAndMore.length);
        }

        private static PublicKey key(byte[] keyAndMore) throws GeneralSecurityException {
            byte[] encoded = Arrays.copyOf(HEAD, HEAD.length + PUBLIC_KEY_BYTES);
            System.arraycopy(keyAndMore, 0, encoded, HEAD.length, PUBLIC_KEY_BYTES);
            return KeyFactory.getInstance(ALGORITHM, PROVIDER).generatePublic(new X509EncodedKeySpec(encoded));
        }

        @Override
        public byte[] getSecret() {
            return made.key().getEncoded();
        }

        @Override
        public byte[] getEncapsulation() {
            return made.encapsulation();
        }
    }
}
