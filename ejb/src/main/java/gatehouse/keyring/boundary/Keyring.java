package gatehouse.keyring.boundary;

import gatehouse.kernel.Scope;
import gatehouse.kernel.Secret;
import gatehouse.keyring.control.Authenticator;
import gatehouse.keyring.control.Envelope;
import gatehouse.keyring.control.Signer;
import gatehouse.keyring.entity.DataKey;
import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.Signature;
import gatehouse.keyring.entity.SigningKey;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/**
 * Encrypts, authenticates and signs for the contexts to its right. It asks no {@code Caller}: who may have a value is decided by
 * the context that keeps it.
 *
 * <p>A purpose names context, table and column, for example {@code vault.secret}; the same one is needed to open.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Keyring {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private Envelope envelope;

    @Inject
    private Authenticator authenticator;

    @Inject
    private Signer signer;

    /** Seals what belongs to no organisation. */
    public Sealed seal(String purpose, byte[] plain) {
        return envelope.seal(NOBODY, purpose, plain);
    }

    /** Seals under a key of the organisation. The caller wipes {@code plain}. */
    public Sealed seal(Scope scope, String purpose, byte[] plain) {
        return envelope.seal(scope.organisation().value(), purpose, plain);
    }

    /**
     * The caller wipes the result.
     *
     * @throws gatehouse.kernel.ProblemException {@code SEAL_BROKEN}
     */
    public byte[] open(String purpose, Sealed sealed) {
        return envelope.open(purpose, sealed);
    }

    /** 32 bytes of HMAC-SHA256 under a key of this purpose. */
    public byte[] mac(String purpose, byte[] data) {
        return authenticator.mac(purpose, data);
    }

    public DataKey newDataKey(String purpose) {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        Sealed wrapped = seal(purpose, key);
        return new DataKey(Secret.owning(key), wrapped);
    }

    /** The caller closes the result. */
    public Secret unwrap(String purpose, Sealed wrapped) {
        return Secret.owning(open(purpose, wrapped));
    }

    /** Ed25519 over {@code data}. */
    public Signature sign(byte[] data) {
        return signer.sign(data);
    }

    /** Public halves of all signing keys, newest first, for offline verification. */
    public List<SigningKey> signingKeys() {
        return signer.keys();
    }
}
