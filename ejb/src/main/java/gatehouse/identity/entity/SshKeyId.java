package gatehouse.identity.entity;

import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a public key of a user. */
public record SshKeyId(UUID value) implements Serializable {
    public SshKeyId {
        Objects.requireNonNull(value);
    }

    public static SshKeyId next() {
        return new SshKeyId(Uuid7.next());
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static SshKeyId parse(String text) {
        return new SshKeyId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
