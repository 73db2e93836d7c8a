package gatehouse.session.entity;

import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies one command of a session. */
public record CommandId(UUID value) implements Serializable {
    public CommandId {
        Objects.requireNonNull(value);
    }

    public static CommandId next() {
        return new CommandId(Uuid7.next());
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static CommandId parse(String text) {
        return new CommandId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
