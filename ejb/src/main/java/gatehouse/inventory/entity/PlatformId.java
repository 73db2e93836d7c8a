package gatehouse.inventory.entity;

import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a platform: what kind of asset it is. */
public record PlatformId(UUID value) implements Serializable {
    public PlatformId {
        Objects.requireNonNull(value);
    }

    public static PlatformId next() {
        return new PlatformId(Uuid7.next());
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static PlatformId parse(String text) {
        return new PlatformId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
