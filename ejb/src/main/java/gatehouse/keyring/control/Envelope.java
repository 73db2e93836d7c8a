package gatehouse.keyring.control;

import gatehouse.kernel.ProblemException;
import gatehouse.keyring.entity.KeyringProblem;
import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedFor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Seals by the layout that {@link Sealed} describes: a data key for each value, wrapped by a key-encryption key. */
@ApplicationScoped
public class Envelope {
    /** Of values that know their purpose only; they open, and are sealed anew at the next start. */
    private static final byte UNBOUND = 1;

    private static final int WRAPPED = MasterKey.LENGTH + Gcm.OVERHEAD;
    private static final int HEADER = 1 + 16 + WRAPPED;

    private KeyChain chain;

    protected Envelope() {}

    @Inject
    Envelope(KeyChain chain) {
        this.chain = chain;
    }

    public Sealed seal(SealedFor place, byte[] plain) {
        UUID wrappingKey = chain.current(place.owner());
        byte[] dataKey = Gcm.random(MasterKey.LENGTH);
        byte[] associated = bound(wrappingKey, place);
        try {
            return new Sealed(ByteBuffer.allocate(HEADER + plain.length + Gcm.OVERHEAD)
                    .put(Sealed.VERSION)
                    .putLong(wrappingKey.getMostSignificantBits())
                    .putLong(wrappingKey.getLeastSignificantBits())
                    .put(Gcm.encrypt(chain.key(wrappingKey, place.owner()), associated, dataKey))
                    .put(Gcm.encrypt(dataKey, associated, plain))
                    .array());
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /** @throws gatehouse.kernel.ProblemException {@code SEAL_BROKEN} when damaged or sealed for another place */
    public byte[] open(SealedFor place, Sealed sealed) {
        ByteBuffer in = ByteBuffer.wrap(sealed.bytes());
        if (in.remaining() < HEADER + Gcm.OVERHEAD) {
            throw unknown();
        }
        byte version = in.get();
        UUID wrappingKey = new UUID(in.getLong(), in.getLong());
        byte[] associated = associated(version, wrappingKey, place);
        byte[] wrapped = take(in, WRAPPED);
        byte[] dataKey = Gcm.decrypt(chain.key(wrappingKey, place.owner()), associated, wrapped);
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

    private static byte[] associated(byte version, UUID wrappingKey, SealedFor place) {
        return switch (version) {
            case UNBOUND -> (wrappingKey + " " + place.purpose()).getBytes(StandardCharsets.UTF_8);
            case Sealed.VERSION -> bound(wrappingKey, place);
            default -> throw unknown();
        };
    }

    /** No part but the last can hold a line feed, so that two places never look the same. */
    private static byte[] bound(UUID wrappingKey, SealedFor place) {
        return String.join("\n", wrappingKey.toString(), place.owner().toString(), place.purpose(), place.subject())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ProblemException unknown() {
        return KeyringProblem.SEAL_BROKEN.problem("not a sealed value of a known version");
    }
}
