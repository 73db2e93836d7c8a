package gatehouse.inventory.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.Uuid7;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Remembers that an asset is gone, for readers that catch up from an older version. */
@Entity
@Table(name = "inventory_removal")
@SuppressWarnings("UnusedVariable") // some columns are only read by queries
public class Removal implements Owned {
    @Id
    private UUID id;

    private UUID organisation;
    private String kind;
    private UUID subject;
    private long changed;

    protected Removal() {}

    public Removal(OrganisationId organisation, AssetId asset, long version) {
        this.id = Uuid7.next();
        this.organisation = organisation.value();
        this.kind = "asset";
        this.subject = asset.value();
        this.changed = version;
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public AssetId asset() {
        return new AssetId(subject);
    }
}
