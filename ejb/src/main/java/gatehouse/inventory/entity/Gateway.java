package gatehouse.inventory.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;

/** One way into a zone: an asset that speaks SSH, on which a connection hops with one of its accounts. */
@Entity
@Table(name = "inventory_gateway")
public class Gateway implements Owned {
    /** What the last connection attempt found. */
    public enum Health {
        UP,
        UNKNOWN,
        DOWN
    }

    private static final Duration REST = Duration.ofMinutes(1);

    @Id
    private UUID id;

    private UUID organisation;
    private UUID zone;
    private UUID asset;
    private int priority;
    private boolean active;

    @Enumerated(EnumType.STRING)
    @OptimisticLock(excluded = true)
    private Health health = Health.UNKNOWN;

    @OptimisticLock(excluded = true)
    private Instant checkedAt;

    /** Of what people say of it: what sessions find is no change. */
    @Version
    private long revision;

    protected Gateway() {}

    public Gateway(GatewayId id, OrganisationId organisation, GatewayDetails details) {
        this.id = id.value();
        this.organisation = organisation.value();
        change(details);
    }

    public final void change(GatewayDetails details) {
        zone = details.zone().value();
        asset = details.asset().value();
        priority = details.priority();
        active = details.active();
    }

    /** Failed so recently that others are tried first. */
    public boolean isResting(Instant now) {
        return health == Health.DOWN && checkedAt != null && now.isBefore(checkedAt.plus(REST));
    }

    public void found(Health found, Instant at) {
        health = found;
        checkedAt = at;
    }

    public GatewayId id() {
        return new GatewayId(id);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public ZoneId zone() {
        return new ZoneId(zone);
    }

    public AssetId asset() {
        return new AssetId(asset);
    }

    /** 1 is tried first. */
    public int priority() {
        return priority;
    }

    public boolean active() {
        return active;
    }

    public Health health() {
        return health;
    }

    public Optional<Instant> checkedAt() {
        return Optional.ofNullable(checkedAt);
    }

    public long revision() {
        return revision;
    }

    public GatewayDetails details() {
        return new GatewayDetails(zone(), asset(), priority, active);
    }
}
