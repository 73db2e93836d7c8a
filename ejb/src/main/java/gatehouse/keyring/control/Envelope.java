package gatehouse.keyring.control;

import gatehouse.keyring.entity.KeyringProblem;
import gatehouse.keyring.entity.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Seals by the layout that {@link Sealed} describes: a data key for each value, wrapped by a key-encryption key. */
@ApplicationScoped
public class Envelope {
    private static final byte VERSION = 1;
    private static final int WRAPPED = MasterKey.LENGTH + Gcm.OVERHEAD;
    private static final int HEADER = 1 + 16 + WRAPPED;

    private KeyChain chain;

    protected Envelope() {}

    @Inject
    Envelope(KeyChain chain) {
        this.chain = chain;
    }

    public Sealed seal(UUID owner, String purpose, byte[] plain) {
        UUID wrappingKey = chain.current(owner);
        byte[] dataKey = Gcm.random(MasterKey.LENGTH);
        byte[] associated = associated(wrappingKey, purpose);
        try {
            return new Sealed(ByteBuffer.allocate(HEADER + plain.length + Gcm.OVERHEAD)
                    .put(VERSION)
                    .putLong(wrappingKey.getMostSignificantBits())
                    .putLong(wrappingKey.getLeastSignificantBits())
                    .put(Gcm.encrypt(chain.key(wrappingKey), associated, dataKey))
                    .put(Gcm.encrypt(dataKey, associated, plain))
                    .array());
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /** @throws gatehouse.kernel.ProblemException {@code SEAL_BROKEN} when damaged or sealed for another purpose */
    public byte[] open(String purpose, Sealed sealed) {
        ByteBuffer in = ByteBuffer.wrap(sealed.bytes());
        if (in.remaining() < HEADER + Gcm.OVERHEAD || in.get() != VERSION) {
            throw KeyringProblem.SEAL_BROKEN.problem("not a sealed value of a known version");
        }
        UUID wrappingKey = new UUID(in.getLong(), in.getLong());
        byte[] associated = associated(wrappingKey, purpose);
        byte[] wrapped = take(in, WRAPPED);
        byte[] dataKey = Gcm.decrypt(chain.key(wrappingKey), associated, wrapped);
        try {
            return Gcm.decrypt(dataKey, associated, take(in, in.remaining()));
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] associated(UUID wrappingKey, String purpose) {
        return (wrappingKey + " " + purpose).getBytes(StandardCharsets.UTF_8);
    }
}
