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
@SuppressWarnings("UnusedVariable") // some columns are only read by queries
public class Gateway implements Owned {
    /** What the last attempt to reach it found, of a session or of a look at it. */
    public enum Health {
        UP,
        UNKNOWN,
        DOWN
    }

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

    @OptimisticLock(excluded = true)
    private Instant healthSince;

    @OptimisticLock(excluded = true)
    private String healthWords = "";

    @OptimisticLock(excluded = true)
    private Long latencyMillis;

    @OptimisticLock(excluded = true)
    private boolean turnedAway;

    @OptimisticLock(excluded = true)
    private Instant probedAt;

    /** Of what people say of it: what sessions find is no change. */
    @Version
    private long revision;

    protected Gateway() {}

    public Gateway(GatewayId id, OrganisationId organisation, GatewayDetails details) {
        this.id = id.value();
        this.organisation = organisation.value();
        change(details);
    }

    /** Nothing is known of another machine, or of one that is used again. */
    public final void change(GatewayDetails details) {
        if (!details.asset().value().equals(asset) || (details.active() && !active)) {
            forgetHealth();
        }
        zone = details.zone().value();
        asset = details.asset().value();
        priority = details.priority();
        active = details.active();
    }

    private void forgetHealth() {
        health = Health.UNKNOWN;
        checkedAt = null;
        healthSince = null;
        healthWords = "";
        latencyMillis = null;
        turnedAway = false;
        probedAt = null;
    }

    /** Failed so recently that others are tried first. */
    public boolean isResting(Instant now, Duration rest) {
        return health == Health.DOWN && checkedAt != null && now.isBefore(checkedAt.plus(rest));
    }

    /** Nobody has set out to look at it since {@code before}. */
    public boolean isDue(Instant before) {
        return probedAt == null || !probedAt.isAfter(before);
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

    /** Since when it is as it is. */
    public Optional<Instant> healthSince() {
        return Optional.ofNullable(healthSince);
    }

    /** Why it is down; empty otherwise. */
    public String healthWords() {
        return healthWords;
    }

    /** How long connecting and the key exchange took when it was last looked at and answered. */
    public Optional<Duration> latency() {
        return Optional.ofNullable(latencyMillis).map(Duration::ofMillis);
    }

    public long revision() {
        return revision;
    }

    public GatewayDetails details() {
        return new GatewayDetails(zone(), asset(), priority, active);
    }
}
