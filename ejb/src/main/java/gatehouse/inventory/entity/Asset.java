package gatehouse.inventory.entity;

import gatehouse.kernel.OrganisationId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Something that people reach: a machine, a device or a service. */
public class Asset {
    private UUID id;
    private UUID organisation;
    private AssetDetails details;

    protected Asset() {}

    public Asset(AssetId id, OrganisationId organisation, AssetDetails details) {
        this.id = id.value();
        this.organisation = organisation.value();
        this.details = details;
    }

    public AssetId id() {
        return new AssetId(id);
    }

    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public String name() {
        return details.name();
    }

    public String address() {
        return details.address();
    }

    public PlatformId platform() {
        return details.platform();
    }

    public Optional<ZoneId> zone() {
        return details.zone();
    }

    public List<ProtocolEndpoint> protocols() {
        return details.protocols();
    }

    /** The endpoint of {@code protocol}; empty when the asset does not speak it. */
    public Optional<ProtocolEndpoint> endpoint(String protocol) {
        return protocols().stream().filter(e -> e.protocol().equals(protocol)).findFirst();
    }

    public Set<NodeId> nodes() {
        return details.nodes();
    }

    public Set<Label> labels() {
        return details.labels();
    }

    public boolean active() {
        return details.active();
    }

    public String comment() {
        return details.comment();
    }

    public AssetDetails details() {
        return details;
    }
}
