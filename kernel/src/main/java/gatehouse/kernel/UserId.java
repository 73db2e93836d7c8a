package gatehouse.kernel;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a person or a service that signs in. */
public record UserId(UUID value) implements Serializable {
    public UserId {
        Objects.requireNonNull(value);
    }

    public static UserId next() {
        return new UserId(Uuid7.next());
    }

    /** @throws ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static UserId parse(String text) {
        return new UserId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
