package gatehouse.policy.entity;

import gatehouse.identity.entity.GroupId;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** Who may do what with which accounts on which assets, by which protocols, and when. */
@Entity
@Table(name = "policy_permission")
@SuppressWarnings("UnusedVariable") // some columns are only read by queries
public class AssetPermission implements Owned {
    @Id
    private UUID id;

    private UUID organisation;
    private String name;
    private String nameKey;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "policy_permission_user", joinColumns = @JoinColumn(name = "permission"))
    @Column(name = "user_id")
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = 500)
    private Set<UUID> users = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "policy_permission_group", joinColumns = @JoinColumn(name = "permission"))
    @Column(name = "group_id")
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = 500)
    private Set<UUID> groups = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "policy_permission_asset", joinColumns = @JoinColumn(name = "permission"))
    @Column(name = "asset")
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = 500)
    private Set<UUID> assets = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "policy_permission_node", joinColumns = @JoinColumn(name = "permission"))
    @Column(name = "node")
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = 500)
    private Set<UUID> nodes = new HashSet<>();

    private String accounts;
    private String protocols;
    private String actions;
    private String tunnels;
    private Instant validFrom;
    private Instant validUntil;
    private boolean active;
    private String comment;
    private Instant createdAt;
    private Instant updatedAt;
    private long changed;

    @Version
    private long revision;

    protected AssetPermission() {}

    public AssetPermission(PermissionId id, OrganisationId organisation, PermissionDetails details, Instant now) {
        this.id = id.value();
        this.organisation = organisation.value();
        this.createdAt = now;
        change(details, now);
    }

    /** Takes over everything that {@code details} say. */
    public final void change(PermissionDetails details, Instant now) {
        name = details.name();
        nameKey = nameKey(name);
        replace(users, details.users(), UserId::value);
        replace(groups, details.groups(), GroupId::value);
        replace(assets, details.assets(), AssetId::value);
        replace(nodes, details.nodes(), NodeId::value);
        accounts = String.join("\n", details.accounts().words());
        protocols = details.protocols().stream().sorted().collect(Collectors.joining("\n"));
        actions = details.actions().stream().sorted().map(Action::name).collect(Collectors.joining("\n"));
        tunnels = String.join("\n", details.tunnels().words());
        validFrom = details.from().orElse(null);
        validUntil = details.until().orElse(null);
        active = details.active();
        comment = details.comment();
        updatedAt = now;
    }

    /** @param version of the organisation's permissions that this change makes */
    public void changedIn(long version) {
        changed = version;
    }

    private static <T> void replace(Set<UUID> kept, Set<T> wanted, Function<T, UUID> value) {
        Set<UUID> ids = wanted.stream().map(value).collect(Collectors.toSet());
        kept.retainAll(ids);
        kept.addAll(ids);
    }

    /** What names are compared by. */
    public static String nameKey(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public PermissionId id() {
        return new PermissionId(id);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public String name() {
        return name;
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

    public PermissionDetails details() {
        return new PermissionDetails(
                name,
                mapped(users, UserId::new),
                mapped(groups, GroupId::new),
                mapped(assets, AssetId::new),
                mapped(nodes, NodeId::new),
                AccountRule.parse(accounts.lines().toList()),
                protocols.lines().collect(Collectors.toSet()),
                actions.lines().map(Action::valueOf).collect(Collectors.toSet()),
                TunnelRule.parse(tunnels.lines().toList()),
                Optional.ofNullable(validFrom),
                Optional.ofNullable(validUntil),
                active,
                comment);
    }

    private static <T> Set<T> mapped(Set<UUID> ids, Function<UUID, T> wrap) {
        return ids.stream().map(wrap).collect(Collectors.toSet());
    }
}
