package gatehouse.inventory.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What kind of asset something is, with the protocols that such assets speak. Built-in ones ({@link BuiltInPlatforms}) have no row. */
@Entity
@Table(name = "inventory_platform")
@SuppressWarnings("UnusedVariable") // some columns are only read by queries
public class Platform implements Owned {
    @Id
    private UUID id;

    private UUID organisation;
    private String name;
    private String nameKey;

    @Enumerated(EnumType.STRING)
    private Category category;

    private String type;
    private String charset;

    @Enumerated(EnumType.STRING)
    private SuMethod suMethod;

    @Convert(converter = PlatformProtocolsText.class)
    private List<PlatformProtocol> protocols;

    @Version
    private long revision;

    @Transient
    private boolean builtIn;

    protected Platform() {}

    public Platform(PlatformId id, OrganisationId organisation, PlatformDetails details) {
        this.id = id.value();
        this.organisation = organisation.value();
        change(details);
    }

    static Platform builtIn(PlatformId id, PlatformDetails details) {
        var platform = new Platform(id, new OrganisationId(new UUID(0, 0)), details);
        platform.builtIn = true;
        return platform;
    }

    public final void change(PlatformDetails details) {
        name = details.name();
        nameKey = Asset.nameKey(name);
        category = details.category();
        type = details.type();
        charset = details.charset();
        suMethod = details.suMethod();
        protocols = details.protocols();
    }

    public PlatformId id() {
        return new PlatformId(id);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public String name() {
        return name;
    }

    public Category category() {
        return category;
    }

    /** Finer than the category, for example {@code linux} or {@code cisco}. */
    public String type() {
        return type;
    }

    /** Of terminal text: {@code UTF-8} or {@code GBK}. */
    public String charset() {
        return charset;
    }

    public SuMethod suMethod() {
        return suMethod;
    }

    public List<PlatformProtocol> protocols() {
        return protocols;
    }

    /** Came with Gatehouse: can be copied, not changed. */
    public boolean builtIn() {
        return builtIn;
    }

    public long revision() {
        return revision;
    }

    public Optional<PlatformProtocol> protocol(String protocol) {
        return protocols.stream().filter(p -> p.name().equals(protocol)).findFirst();
    }

    public PlatformDetails details() {
        return new PlatformDetails(name, category, type, charset, suMethod, protocols);
    }

    /** For the protocol's connector, which knows the keys and their defaults; empty when this platform does not speak it. */
    public Map<String, String> settings(String protocol) {
        return protocol(protocol).map(PlatformProtocol::settings).orElse(Map.of());
    }
}
