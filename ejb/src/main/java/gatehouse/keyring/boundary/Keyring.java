package gatehouse.keyring.boundary;

import gatehouse.kernel.Secret;
import gatehouse.keyring.control.Authenticator;
import gatehouse.keyring.control.Envelope;
import gatehouse.keyring.control.Signer;
import gatehouse.keyring.entity.DataKey;
import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedFor;
import gatehouse.keyring.entity.Signature;
import gatehouse.keyring.entity.SigningKey;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;

/**
 * Encrypts, authenticates and signs for the contexts to its right. It asks no {@code Caller}: who may have a value is decided by
 * the context that keeps it.
 *
 * <p>What was sealed for one place opens for no other.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Keyring {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private Envelope envelope;

    @Inject
    private Authenticator authenticator;

    @Inject
    private Signer signer;

    /** The caller wipes {@code plain}. */
    public Sealed seal(SealedFor place, byte[] plain) {
        return envelope.seal(place, plain);
    }

    /**
     * The caller wipes the result.
     *
     * @throws gatehouse.kernel.ProblemException {@code SEAL_BROKEN}
     */
    public byte[] open(SealedFor place, Sealed sealed) {
        return envelope.open(place, sealed);
    }

    /** 32 bytes of HMAC-SHA256 under a key of this purpose. */
    public byte[] mac(String purpose, byte[] data) {
        return authenticator.mac(purpose, data);
    }

    public DataKey newDataKey(SealedFor place) {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        Sealed wrapped = seal(place, key);
        return new DataKey(Secret.owning(key), wrapped);
    }

    /** The caller closes the result. */
    public Secret unwrap(SealedFor place, Sealed wrapped) {
        return Secret.owning(open(place, wrapped));
    }

    /** Ed25519 over {@code data}. */
    public Signature sign(byte[] data) {
        return signer.sign(data);
    }

    /** Whether one of the signing keys made it. */
    public boolean verify(byte[] data, Signature signature) {
        return signer.verify(data, signature);
    }

    /** Public halves of all signing keys, newest first, for offline verification. */
    public List<SigningKey> signingKeys() {
        return signer.keys();
    }
}
