package gatehouse.inventory.entity;

import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a zone: a network that is reached through gateways. */
public record ZoneId(UUID value) implements Serializable {
    public ZoneId {
        Objects.requireNonNull(value);
    }

    public static ZoneId next() {
        return new ZoneId(Uuid7.next());
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static ZoneId parse(String text) {
        return new ZoneId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
