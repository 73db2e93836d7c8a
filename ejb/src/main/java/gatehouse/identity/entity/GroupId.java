package gatehouse.identity.entity;

import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a group of users. */
public record GroupId(UUID value) implements Serializable {
    public GroupId {
        Objects.requireNonNull(value);
    }

    public static GroupId next() {
        return new GroupId(Uuid7.next());
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static GroupId parse(String text) {
        return new GroupId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
