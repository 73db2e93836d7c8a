package gatehouse.session.entity;

import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies one line of the transfer log. */
public record TransferId(UUID value) implements Serializable {
    public TransferId {
        Objects.requireNonNull(value);
    }

    public static TransferId next() {
        return new TransferId(Uuid7.next());
    }

    /** @throws ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static TransferId parse(String text) {
        return new TransferId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
