package gatehouse.inventory.entity;

import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a gateway: one way into a zone. */
public record GatewayId(UUID value) implements Serializable {
    public GatewayId {
        Objects.requireNonNull(value);
    }

    public static GatewayId next() {
        return new GatewayId(Uuid7.next());
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static GatewayId parse(String text) {
        return new GatewayId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
