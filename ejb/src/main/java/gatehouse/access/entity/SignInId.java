package gatehouse.access.entity;

import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a sign-in. Not a secret: knowing it gives nobody access. */
public record SignInId(UUID value) implements Serializable {
    public SignInId {
        Objects.requireNonNull(value);
    }

    public static SignInId next() {
        return new SignInId(Uuid7.next());
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static SignInId parse(String text) {
        return new SignInId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
