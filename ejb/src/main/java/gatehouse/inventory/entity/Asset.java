package gatehouse.inventory.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** Something that people reach: a machine, a device or a service. */
@Entity
@Table(name = "inventory_asset")
@SuppressWarnings("UnusedVariable") // some columns are only read by queries
public class Asset implements Owned {
    @Id
    private UUID id;

    private UUID organisation;
    private String name;
    private String nameKey;
    private String address;
    private UUID platform;
    private UUID zone;

    @Convert(converter = EndpointsText.class)
    private List<ProtocolEndpoint> protocols;

    @Convert(converter = LabelsText.class)
    private Set<Label> labels;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "inventory_asset_node", joinColumns = @JoinColumn(name = "asset"))
    @Column(name = "node")
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = 200)
    private Set<UUID> nodes = new HashSet<>();

    private boolean active;
    private String comment;
    private String searchText;
    private Instant createdAt;
    private Instant updatedAt;
    private long changed;

    @Version
    private long revision;

    protected Asset() {}

    public Asset(AssetId id, OrganisationId organisation, AssetDetails details, Instant now) {
        this.id = id.value();
        this.organisation = organisation.value();
        this.createdAt = now;
        change(details, now);
    }

    /** Takes over everything that {@code details} say. */
    public final void change(AssetDetails details, Instant now) {
        name = details.name();
        nameKey = nameKey(name);
        address = details.address();
        platform = details.platform().value();
        zone = details.zone().map(ZoneId::value).orElse(null);
        protocols = details.protocols();
        labels = details.labels();
        Set<UUID> wanted = details.nodes().stream().map(NodeId::value).collect(Collectors.toSet());
        nodes.retainAll(wanted);
        nodes.addAll(wanted);
        active = details.active();
        comment = details.comment();
        searchText = details.searchText();
        updatedAt = now;
    }

    /** @param version of the inventory that this change makes */
    public void changedAt(long version) {
        changed = version;
    }

    /** What names are compared by. */
    public static String nameKey(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public AssetId id() {
        return new AssetId(id);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    public PlatformId platform() {
        return new PlatformId(platform);
    }

    public Optional<ZoneId> zone() {
        return Optional.ofNullable(zone).map(ZoneId::new);
    }

    public List<ProtocolEndpoint> protocols() {
        return protocols;
    }

    /** The endpoint of {@code protocol}; empty when the asset does not speak it. */
    public Optional<ProtocolEndpoint> endpoint(String protocol) {
        return protocols.stream().filter(e -> e.protocol().equals(protocol)).findFirst();
    }

    public Set<NodeId> nodes() {
        return nodes.stream().map(NodeId::new).collect(Collectors.toUnmodifiableSet());
    }

    public Set<Label> labels() {
        return labels;
    }

    public boolean active() {
        return active;
    }

    public String comment() {
        return comment;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Counts the changes of this row; for ETags. */
    public long revision() {
        return revision;
    }

    public AssetDetails details() {
        return new AssetDetails(name, address, platform(), zone(), protocols, nodes(), labels, active, comment);
    }
}
