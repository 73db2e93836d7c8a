package gatehouse.session.entity;

import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a forwarded connection. */
public record TunnelId(UUID value) implements Serializable {
    public TunnelId {
        Objects.requireNonNull(value);
    }

    public static TunnelId next() {
        return new TunnelId(Uuid7.next());
    }

    /** @throws ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static TunnelId parse(String text) {
        return new TunnelId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
