package gatehouse.inventory.entity;

import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a recorded host key. */
public record HostKeyId(UUID value) implements Serializable {
    public HostKeyId {
        Objects.requireNonNull(value);
    }

    public static HostKeyId next() {
        return new HostKeyId(Uuid7.next());
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static HostKeyId parse(String text) {
        return new HostKeyId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
