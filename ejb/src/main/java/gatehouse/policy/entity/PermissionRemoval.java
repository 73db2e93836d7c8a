package gatehouse.policy.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.Uuid7;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Remembers that a permission is gone, for readers that catch up from an older version. */
@Entity
@Table(name = "policy_removal")
@SuppressWarnings("UnusedVariable") // some columns are only read by queries
public class PermissionRemoval implements Owned {
    @Id
    private UUID id;

    private UUID organisation;
    private UUID subject;
    private long changed;

    protected PermissionRemoval() {}

    public PermissionRemoval(AssetPermission permission, long version) {
        this.id = Uuid7.next();
        this.organisation = permission.organisation().value();
        this.subject = permission.id().value();
        this.changed = version;
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }
}
