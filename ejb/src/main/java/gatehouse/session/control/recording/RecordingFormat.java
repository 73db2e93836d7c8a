package gatehouse.session.control.recording;

import gatehouse.kernel.ProblemException;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionProblem;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The constants and the cryptography of the format that {@code package-info} describes. */
final class RecordingFormat {
    static final byte[] MAGIC = {'G', 'H', 'R', '1'};
    static final int PREFIX = 8;
    static final int CHUNK_HEAD = 4 + 8 + 8 + 1;
    static final int HASH = 32;
    static final int TAG = 16;
    static final int NONCE = 12;
    /** Plain text of one chunk at most; an event that is longer is cut into several. */
    static final int MAX_PLAIN = 256 * 1024;

    static final int MAX_PAYLOAD = MAX_PLAIN + 1024;
    static final int MAX_HEADER = 4096;
    /** Letters of a user's id, with which an event of a typist begins. */
    static final int USER_ID = 36;

    static final int LAST = 1;
    static final int DEFLATED = 2;
    /** The payload begins with the chunk's nonce; before there was this flag, the nonce was the chunk's number. */
    static final int OWN_NONCE = 4;

    private static final SecureRandom RANDOM = new SecureRandom();

    private RecordingFormat() {}

    static ProblemException damaged(String what) {
        return SessionProblem.RECORDING_DAMAGED.problem("this recording does not verify: " + what);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static byte[] freshNonce() {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    /** Takes it off {@code payload} when it is there. */
    static byte[] nonce(ByteBuffer head, ByteBuffer payload) {
        byte[] nonce = new byte[NONCE];
        if ((head.get(CHUNK_HEAD - 1) & OWN_NONCE) == 0) {
            ByteBuffer.wrap(nonce).putInt(0).putLong(head.getLong(4));
            return nonce;
        }
        if (payload.remaining() < NONCE + TAG) {
            throw damaged("a chunk is too short");
        }
        payload.get(nonce);
        return nonce;
    }

    /** @param mode {@link Cipher#ENCRYPT_MODE} or {@link Cipher#DECRYPT_MODE} */
    static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, SessionId session, ByteBuffer head)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(ByteBuffer.allocate(16)
                .putLong(session.value().getMostSignificantBits())
                .putLong(session.value().getLeastSignificantBits())
                .flip());
        cipher.updateAAD(head.duplicate());
        return cipher;
    }
}
