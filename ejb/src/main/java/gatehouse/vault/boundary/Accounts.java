package gatehouse.vault.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.entity.FreshProof;
import gatehouse.inventory.boundary.Assets;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Secret;
import gatehouse.keyring.boundary.Keyring;
import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedFor;
import gatehouse.vault.control.AccountRows;
import gatehouse.vault.control.SecretRows;
import gatehouse.vault.control.SecretsOnAssets;
import gatehouse.vault.entity.Account;
import gatehouse.vault.entity.AccountDetails;
import gatehouse.vault.entity.AccountDisabled;
import gatehouse.vault.entity.AccountFilter;
import gatehouse.vault.entity.AccountId;
import gatehouse.vault.entity.NewSecret;
import gatehouse.vault.entity.SealedSecret;
import gatehouse.vault.entity.VaultRight;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Accounts of the caller's organisation; their secrets can be written, never read. */
@Stateless
public class Accounts {
    @Inject
    private AccountRows rows;

    @Inject
    private SecretRows secrets;

    @Inject
    private SecretsOnAssets stored;

    @Inject
    private Assets assets;

    @Inject
    private FreshProof proof;

    @Inject
    private Keyring keyring;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<AccountDisabled> disabled;

    @Inject
    private Clock clock;

    public Page<Account> list(Caller caller, AccountFilter filter, PageRequest request) {
        caller.require(VaultRight.ACCOUNT_VIEW);
        return rows.page(caller.scope(), filter, request);
    }

    /** For work on behalf of a person who may already use it: no right is asked. */
    public Optional<Account> find(Caller caller, AccountId id) {
        return rows.find(caller.scope(), id);
    }

    /** Like {@link #find}. @throws gatehouse.kernel.ProblemException {@code ACCOUNT_MISSING} */
    public Account require(Caller caller, AccountId id) {
        return rows.require(caller.scope(), id);
    }

    /** For administrators. @throws gatehouse.kernel.ProblemException {@code ACCOUNT_MISSING} */
    public Account view(Caller caller, AccountId id) {
        caller.require(VaultRight.ACCOUNT_VIEW);
        return rows.require(caller.scope(), id);
    }

    /** All accounts of an asset, active or not, by name. No right is asked. */
    public List<Account> onAsset(Caller caller, AssetId asset) {
        return rows.onAsset(caller.scope(), asset);
    }

    /** The account a gateway is entered with: active, with a secret, a privileged one first. No right is asked. */
    public Optional<Account> forHop(Caller caller, AssetId gateway) {
        return rows.onAsset(caller.scope(), gateway).stream()
                .filter(account -> account.active() && account.hasSecret())
                .min(Comparator.comparing(account -> !account.privileged()));
    }

    /**
     * @param secret the caller closes it
     * @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} when it is switched to on an asset with stored secrets (R7.4)
     */
    public Account create(Caller caller, AccountDetails details, Optional<NewSecret> secret) {
        caller.require(VaultRight.ACCOUNT_CHANGE);
        FieldChecks.about("asset", () -> assets.require(caller, details.asset()));
        if (details.suFrom().isPresent()) {
            requireProofForSecrets(caller, details.asset());
        }
        Account account = rows.add(caller.scope(), details);
        audit.record(event("account.created", caller, account));
        secret.ifPresent(value -> store(caller, account, value));
        return account;
    }

    /**
     * @param revision that the change was made from; empty for whatever it is now
     * @param secret a new version of it; the caller closes it
     * @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} when stored secrets would be typed elsewhere (R7.4)
     */
    public Account change(
            Caller caller, AccountId id, AccountDetails details, Optional<Long> revision, Optional<NewSecret> secret) {
        caller.require(VaultRight.ACCOUNT_CHANGE);
        Account before = rows.require(caller.scope(), id);
        if (details.typesElsewhere(before.details())) {
            requireProofForSecrets(caller, before.asset());
        }
        boolean was = before.active();
        Account account = rows.change(caller.scope(), id, details, revision);
        audit.record(event("account.changed", caller, account).with("active", AuditField.open(account.active())));
        if (was && !account.active()) {
            tellDisabled(account);
        }
        secret.ifPresent(value -> store(caller, account, value));
        return account;
    }

    /**
     * Stores a new version of the secret.
     *
     * @param secret the caller closes it
     */
    public Account setSecret(Caller caller, AccountId id, NewSecret secret) {
        caller.require(VaultRight.SECRET_WRITE);
        Account account = rows.touch(caller.scope(), id);
        store(caller, account, secret);
        return account;
    }

    /** @throws gatehouse.kernel.ProblemException {@code ACCOUNT_IN_USE} when another account switches from it */
    public void remove(Caller caller, AccountId id) {
        caller.require(VaultRight.ACCOUNT_CHANGE);
        Account account = rows.require(caller.scope(), id);
        audit.record(event("account.deleted", caller, account));
        tellDisabled(account);
        rows.remove(caller.scope(), account);
    }

    private void requireProofForSecrets(Caller caller, AssetId asset) {
        if (stored.isAnyFor(caller.scope(), asset)) {
            proof.require(caller);
        }
    }

    private void store(Caller caller, Account account, NewSecret secret) {
        caller.require(VaultRight.SECRET_WRITE);
        secret.check(account.kind());
        int version = account.nextSecretVersion(clock.instant());
        AccountId id = account.id();
        Sealed sealed = seal(SealedSecret.valuePlace(account.organisation(), id, version), secret.value());
        Optional<Sealed> passphrase = secret.passphrase()
                .map(value -> seal(SealedSecret.passphrasePlace(account.organisation(), id, version), value));
        secrets.add(caller.scope(), new SealedSecret(account, version, sealed, passphrase, caller.username()));
        audit.record(event("account.secret-changed", caller, account).with("version", AuditField.open(version)));
    }

    private Sealed seal(SealedFor place, Secret value) {
        byte[] plain = value.bytes();
        try {
            return keyring.seal(place, plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private void tellDisabled(Account account) {
        disabled.fire(new AccountDisabled(account.organisation(), account.asset(), account.id(), account.username()));
    }

    private static AuditEvent event(String type, Caller caller, Account account) {
        return AuditEvent.of(type, caller)
                .with("account", AuditField.open(account.id()))
                .with("asset", AuditField.open(account.asset()))
                .with("username", AuditField.open(account.username()));
    }
}
