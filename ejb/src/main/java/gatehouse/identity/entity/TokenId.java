package gatehouse.identity.entity;

import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a bearer token, which it does not reveal. */
public record TokenId(UUID value) implements Serializable {
    public TokenId {
        Objects.requireNonNull(value);
    }

    public static TokenId next() {
        return new TokenId(Uuid7.next());
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static TokenId parse(String text) {
        return new TokenId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
