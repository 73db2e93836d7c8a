package gatehouse.kernel;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies an organisation, the tenant that owns rows. */
public record OrganisationId(UUID value) implements Serializable {
    public OrganisationId {
        Objects.requireNonNull(value);
    }

    public static OrganisationId next() {
        return new OrganisationId(Uuid7.next());
    }

    /** @throws ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static OrganisationId parse(String text) {
        return new OrganisationId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
