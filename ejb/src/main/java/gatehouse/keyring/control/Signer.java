package gatehouse.keyring.control;

import gatehouse.kernel.Uuid7;
import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedFor;
import gatehouse.keyring.entity.Signature;
import gatehouse.keyring.entity.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Signs with the newest Ed25519 key, which the first use makes. Only the sequencer of the audit log and exports call it. */
@ApplicationScoped
public class Signer {
    private static final String PURPOSE = "signing key";

    private KeyRows rows;
    private Envelope envelope;
    private Clock clock;

    protected Signer() {}

    @Inject
    Signer(KeyRows rows, Envelope envelope, Clock clock) {
        this.rows = rows;
        this.envelope = envelope;
        this.clock = clock;
    }

    public Signature sign(byte[] data) {
        SigningKey key = current();
        byte[] encoded = envelope.open(place(key.id()), key.sealedPrivateKey());
        try {
            PrivateKey privateKey = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var signer = java.security.Signature.getInstance("Ed25519");
            signer.initSign(privateKey);
            signer.update(data);
            return new Signature(key.id(), signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    public boolean verify(byte[] data, Signature signature) {
        return keys().stream()
                .filter(key -> key.id().equals(signature.key()))
                .anyMatch(key -> verify(key, data, signature.bytes()));
    }

    private static boolean verify(SigningKey key, byte[] data, byte[] signature) {
        try {
            var verifier = java.security.Signature.getInstance("Ed25519");
            verifier.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key.publicKey())));
            verifier.update(data);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** Newest first. */
    public List<SigningKey> keys() {
        return rows.listSigningKeys();
    }

    private SigningKey current() {
        return rows.listSigningKeys().stream().findFirst().orElseGet(this::make);
    }

    private SigningKey make() {
        UUID id = Uuid7.next();
        KeyPair pair = generate();
        byte[] encoded = pair.getPrivate().getEncoded();
        Sealed sealed = envelope.seal(place(id), encoded);
        Arrays.fill(encoded, (byte) 0);
        SigningKey key = new SigningKey(id, pair.getPublic().getEncoded(), sealed, clock.instant());
        rows.add(key);
        return key;
    }

    static SealedFor place(UUID key) {
        return SealedFor.server(PURPOSE, key);
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }
}
