package gatehouse.identity.entity;

import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a role. */
public record RoleId(UUID value) implements Serializable {
    public RoleId {
        Objects.requireNonNull(value);
    }

    public static RoleId next() {
        return new RoleId(Uuid7.next());
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static RoleId parse(String text) {
        return new RoleId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
