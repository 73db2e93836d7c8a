package gatehouse.inventory.entity;

import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a place in the asset tree. */
public record NodeId(UUID value) implements Serializable {
    public NodeId {
        Objects.requireNonNull(value);
    }

    public static NodeId next() {
        return new NodeId(Uuid7.next());
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static NodeId parse(String text) {
        return new NodeId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
