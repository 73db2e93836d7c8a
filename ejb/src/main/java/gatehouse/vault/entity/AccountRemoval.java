package gatehouse.vault.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.Uuid7;
import gatehouse.kernel.persistence.Owned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Remembers that an account is gone, for readers that catch up from an older version. */
@Entity
@Table(name = "vault_removal")
@SuppressWarnings("UnusedVariable") // some columns are only read by queries
public class AccountRemoval implements Owned {
    @Id
    private UUID id;

    private UUID organisation;
    private UUID subject;
    private long changed;

    protected AccountRemoval() {}

    public AccountRemoval(OrganisationId organisation, AccountId account, long version) {
        this.id = Uuid7.next();
        this.organisation = organisation.value();
        this.subject = account.value();
        this.changed = version;
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public AccountId account() {
        return new AccountId(subject);
    }
}
