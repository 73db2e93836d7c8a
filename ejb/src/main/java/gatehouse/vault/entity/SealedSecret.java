package gatehouse.vault.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.Uuid7;
import gatehouse.kernel.persistence.Owned;
import gatehouse.keyring.entity.Sealed;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One version of an account's secret. Never changed. */
@Entity
@Table(name = "vault_secret")
public class SealedSecret implements Owned {
    @Id
    private UUID id;

    private UUID organisation;
    private UUID account;
    private int version;

    @Enumerated(EnumType.STRING)
    private SecretKind kind;

    private byte[] sealed;
    private byte[] sealedPassphrase;
    private Instant createdAt;
    private String createdBy;

    protected SealedSecret() {}

    /** @param version from {@link Account#nextSecretVersion} */
    public SealedSecret(Account account, int version, Sealed sealed, Optional<Sealed> passphrase, String by) {
        this.id = Uuid7.next();
        this.organisation = account.organisation().value();
        this.account = account.id().value();
        this.version = version;
        this.kind = account.kind();
        this.sealed = sealed.bytes();
        this.sealedPassphrase = passphrase.map(Sealed::bytes).orElse(null);
        this.createdAt = account.updatedAt();
        this.createdBy = by;
    }

    @Override
    public OrganisationId organisation() {
        return new OrganisationId(organisation);
    }

    public AccountId account() {
        return new AccountId(account);
    }

    public int version() {
        return version;
    }

    public SecretKind kind() {
        return kind;
    }

    public Sealed sealed() {
        return new Sealed(sealed);
    }

    public Optional<Sealed> sealedPassphrase() {
        return Optional.ofNullable(sealedPassphrase).map(Sealed::new);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }
}
