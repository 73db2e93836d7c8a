package gatehouse.vault.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A login on an asset. Its secret is elsewhere, sealed; here is only which version of it is the current one. */
@Entity
@Table(name = "vault_account")
@SuppressWarnings("UnusedVariable") // some columns are only read by queries
public class Account implements Owned {
    @Id
    private UUID id;

    private UUID organisation;
    private UUID asset;
    private String name;
    private String nameKey;
    private String username;

    @Enumerated(EnumType.STRING)
    private SecretKind kind;

    private boolean privileged;
    private UUID suFrom;
    private boolean active;
    private String comment;
    private int secretVersion;
    private Instant createdAt;
    private Instant updatedAt;
    private long changed;

    @Version
    private long revision;

    protected Account() {}

    public Account(AccountId id, OrganisationId organisation, AccountDetails details, Instant now) {
        this.id = id.value();
        this.organisation = organisation.value();
        this.asset = details.asset().value();
        this.createdAt = now;
        change(details, now);
    }

    /** Takes over everything that {@code details} say, except the asset, on which an account stays. */
    public final void change(AccountDetails details, Instant now) {
        if (!details.asset().value().equals(asset)) {
            throw VaultProblem.ACCOUNT_INVALID.at(
                    "asset", "an account stays on its asset; make a new one on the other asset");
        }
        name = details.name();
        nameKey = nameKey(name);
        username = details.username();
        kind = details.kind();
        privileged = details.privileged();
        suFrom = details.suFrom().map(AccountId::value).orElse(null);
        active = details.active();
        comment = details.comment();
        updatedAt = now;
    }

    /** The number of the secret that is about to be stored, from 1. */
    public int nextSecretVersion(Instant now) {
        updatedAt = now;
        return ++secretVersion;
    }

    /** @param version of the vault that this change makes */
    public void changedAt(long version) {
        changed = version;
    }

    /** What names are compared by. */
    public static String nameKey(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public AccountId id() {
        return new AccountId(id);
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public AssetId asset() {
        return new AssetId(asset);
    }

    public String name() {
        return name;
    }

    public String username() {
        return username;
    }

    public SecretKind kind() {
        return kind;
    }

    public boolean privileged() {
        return privileged;
    }

    /** The account that signs in and then switches to this one. */
    public Optional<AccountId> suFrom() {
        return Optional.ofNullable(suFrom).map(AccountId::new);
    }

    public boolean active() {
        return active;
    }

    public String comment() {
        return comment;
    }

    /** Without a stored secret, the person is asked for it. */
    public boolean hasSecret() {
        return secretVersion > 0;
    }

    /** 0 when none is stored. */
    public int secretVersion() {
        return secretVersion;
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

    public AccountDetails details() {
        return new AccountDetails(asset(), name, username, kind, privileged, suFrom(), active, comment);
    }
}
