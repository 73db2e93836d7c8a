package gatehouse.session.entity;

import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a session: one shell, exec, or transfer connection of one person to one account. */
public record SessionId(UUID value) implements Serializable {
    public SessionId {
        Objects.requireNonNull(value);
    }

    public static SessionId next() {
        return new SessionId(Uuid7.next());
    }

    /** @throws ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static SessionId parse(String text) {
        return new SessionId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
