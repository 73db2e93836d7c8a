package gatehouse.inventory.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import gatehouse.kernel.Uuid7;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An asset that somebody wants at hand. */
@Entity
@Table(name = "inventory_favourite")
public class Favourite implements Owned {
    @Id
    private UUID id;

    private UUID organisation;
    private UUID userId;
    private UUID asset;
    private Instant createdAt;

    protected Favourite() {}

    public Favourite(OrganisationId organisation, UserId user, AssetId asset, Instant now) {
        this.id = Uuid7.next();
        this.organisation = organisation.value();
        this.userId = user.value();
        this.asset = asset.value();
        this.createdAt = now;
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public UserId user() {
        return new UserId(userId);
    }

    public AssetId asset() {
        return new AssetId(asset);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
