package gatehouse.inventory.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.UUID;

/** A network that is reached through gateways. */
@Entity
@Table(name = "inventory_zone")
@SuppressWarnings("UnusedVariable") // some columns are only read by queries
public class Zone implements Owned {
    @Id
    private UUID id;

    private UUID organisation;
    private UUID parent;
    private String name;
    private String nameKey;
    private String comment;

    @Version
    private long revision;

    protected Zone() {}

    public Zone(ZoneId id, OrganisationId organisation, ZoneDetails details) {
        this.id = id.value();
        this.organisation = organisation.value();
        change(details);
    }

    public final void change(ZoneDetails details) {
        name = details.name();
        nameKey = Asset.nameKey(name);
        parent = details.parent().map(ZoneId::value).orElse(null);
        comment = details.comment();
    }

    public ZoneId id() {
        return new ZoneId(id);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public String name() {
        return name;
    }

    /** The zone in which this zone's gateways are; empty when they are reached directly. */
    public Optional<ZoneId> parent() {
        return Optional.ofNullable(parent).map(ZoneId::new);
    }

    public String comment() {
        return comment;
    }

    public long revision() {
        return revision;
    }

    public ZoneDetails details() {
        return new ZoneDetails(name, parent(), comment);
    }
}
