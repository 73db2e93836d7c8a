package gatehouse.kernel;

import java.util.Objects;

/** The organisation whose rows may be seen. There is no "all": whoever has no organisation sees no rows. */
public record Scope(OrganisationId organisation) {
    public Scope {
        Objects.requireNonNull(organisation);
    }
}
