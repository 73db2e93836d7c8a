package gatehouse.vault.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.OrganisationId;
import java.util.Optional;
import java.util.UUID;

/** A login on an asset. Its secret is elsewhere, sealed. */
public class Account {
    private UUID id;
    private UUID organisation;
    private AccountDetails details;
    private boolean hasSecret;

    protected Account() {}

    public Account(AccountId id, OrganisationId organisation, AccountDetails details) {
        this.id = id.value();
        this.organisation = organisation.value();
        this.details = details;
    }

    public AccountId id() {
        return new AccountId(id);
    }

    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public AssetId asset() {
        return details.asset();
    }

    public String name() {
        return details.name();
    }

    public String username() {
        return details.username();
    }

    public SecretKind kind() {
        return details.kind();
    }

    public boolean privileged() {
        return details.privileged();
    }

    public Optional<AccountId> suFrom() {
        return details.suFrom();
    }

    public boolean active() {
        return details.active();
    }

    /** Without a stored secret, the person is asked for it. */
    public boolean hasSecret() {
        return hasSecret;
    }

    public AccountDetails details() {
        return details;
    }
}
