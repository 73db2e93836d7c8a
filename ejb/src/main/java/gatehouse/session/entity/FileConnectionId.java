package gatehouse.session.entity;

import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a person's open files panel. */
public record FileConnectionId(UUID value) implements Serializable {
    public FileConnectionId {
        Objects.requireNonNull(value);
    }

    public static FileConnectionId next() {
        return new FileConnectionId(Uuid7.next());
    }

    /** @throws ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static FileConnectionId parse(String text) {
        return new FileConnectionId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
