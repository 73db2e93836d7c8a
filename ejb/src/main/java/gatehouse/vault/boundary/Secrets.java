package gatehouse.vault.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Secret;
import gatehouse.keyring.boundary.Keyring;
import gatehouse.vault.control.AccountRows;
import gatehouse.vault.control.SecretRows;
import gatehouse.vault.entity.Account;
import gatehouse.vault.entity.AccountId;
import gatehouse.vault.entity.SealedSecret;
import gatehouse.vault.entity.VaultProblem;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** The one door through which stored secrets leave: for opening connections, never for people (R7.1). */
@Stateless
public class Secrets {
    @Inject
    private AccountRows accounts;

    @Inject
    private SecretRows rows;

    @Inject
    private Keyring keyring;

    @Inject
    private AuditLog audit;

    /**
     * The current secret: a password, or a private key in the form in which it was stored. The caller closes it.
     *
     * @param purpose what for, written to the audit log, for example {@code session 0190…}
     * @throws gatehouse.kernel.ProblemException {@code SECRET_MISSING} when none is stored
     */
    public Secret open(Caller caller, AccountId account, String purpose) {
        Account owner = accounts.require(caller.scope(), account);
        SealedSecret kept = current(caller, owner);
        Secret secret = keyring.unwrap(kept.valuePlace(), kept.sealed());
        audit.record(AuditEvent.of("secret.opened", caller)
                .with("account", AuditField.open(account))
                .with("username", AuditField.open(owner.username()))
                .with("purpose", AuditField.open(purpose)));
        return secret;
    }

    /** The passphrase of a private key, when it has one. The caller closes it. Opened together with its key, so not told twice. */
    public Optional<Secret> passphrase(Caller caller, AccountId account, String purpose) {
        Account owner = accounts.require(caller.scope(), account);
        SealedSecret kept = current(caller, owner);
        return kept.sealedPassphrase().map(passphrase -> keyring.unwrap(kept.passphrasePlace(), passphrase));
    }

    private SealedSecret current(Caller caller, Account account) {
        if (!account.active()) {
            throw VaultProblem.SECRET_MISSING.problem("account " + account.username() + " is not active");
        }
        return rows.current(caller.scope(), account)
                .orElseThrow(() ->
                        VaultProblem.SECRET_MISSING.problem("no secret is stored for account " + account.username()));
    }
}
