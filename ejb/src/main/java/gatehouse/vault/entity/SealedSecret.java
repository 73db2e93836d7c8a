package gatehouse.vault.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.Uuid7;
import gatehouse.kernel.persistence.Owned;
import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedFor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One version of an account's secret. Never changed, but sealed anew when the layout of sealed values is an old one. */
@Entity
@Table(name = "vault_secret")
public class SealedSecret implements Owned {
    private static final String VALUE = "vault.secret.sealed";
    private static final String PASSPHRASE = "vault.secret.sealed_passphrase";

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

    /** Where this version of the account's secret belongs: to no other account, and to no other version. */
    public static SealedFor valuePlace(OrganisationId organisation, AccountId account, int version) {
        return new SealedFor(organisation.value(), VALUE, account + " " + version);
    }

    public static SealedFor passphrasePlace(OrganisationId organisation, AccountId account, int version) {
        return new SealedFor(organisation.value(), PASSPHRASE, account + " " + version);
    }

    public SealedFor valuePlace() {
        return valuePlace(organisation(), account(), version);
    }

    public SealedFor passphrasePlace() {
        return passphrasePlace(organisation(), account(), version);
    }

    public UUID id() {
        return id;
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
