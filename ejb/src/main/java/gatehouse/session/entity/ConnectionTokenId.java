package gatehouse.session.entity;

import gatehouse.kernel.Uuid7;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a connection token; the second half of {@code JMS-<id>}. Not a secret. */
public record ConnectionTokenId(UUID value) implements Serializable {
    public ConnectionTokenId {
        Objects.requireNonNull(value);
    }

    public static ConnectionTokenId next() {
        return new ConnectionTokenId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
