package gatehouse.identity.entity;

import gatehouse.kernel.OrganisationId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A tenant. The first migration inserts the one that every installation begins with. */
@Entity
@Table(name = "identity_organisation")
public class Organisation {
    public static final OrganisationId FIRST = new OrganisationId(new UUID(0x7000L, 0x8000_0000_0000_0000L));

    @Id
    private UUID id;

    private String name;

    protected Organisation() {}

    public OrganisationId id() {
        return new OrganisationId(id);
    }

    public String name() {
        return name;
    }
}
