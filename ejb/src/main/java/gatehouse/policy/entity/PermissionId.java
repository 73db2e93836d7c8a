package gatehouse.policy.entity;

import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies an asset permission. */
public record PermissionId(UUID value) implements Serializable {
    public PermissionId {
        Objects.requireNonNull(value);
    }

    public static PermissionId next() {
        return new PermissionId(Uuid7.next());
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static PermissionId parse(String text) {
        return new PermissionId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
