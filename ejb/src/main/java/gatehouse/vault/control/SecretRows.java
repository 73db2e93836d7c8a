package gatehouse.vault.control;

import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.Rows;
import gatehouse.vault.entity.Account;
import gatehouse.vault.entity.AccountId;
import gatehouse.vault.entity.SealedSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Rows of sealed secrets. */
@ApplicationScoped
public class SecretRows {
    private Rows rows;

    protected SecretRows() {}

    @Inject
    SecretRows(Rows rows) {
        this.rows = rows;
    }

    public void add(Scope scope, SealedSecret secret) {
        rows.in(scope).add(secret);
    }

    public Optional<SealedSecret> current(Scope scope, Account account) {
        return versions(scope, account.id()).stream()
                .filter(secret -> secret.version() == account.secretVersion())
                .findFirst();
    }

    /** Newest first. */
    public List<SealedSecret> versions(Scope scope, AccountId account) {
        return rows.in(scope)
                .query(
                        SealedSecret.class,
                        "select s from SealedSecret s where s.organisation = :organisation and s.account = :account"
                                + " order by s.version desc")
                .setParameter("account", account.value())
                .getResultList();
    }
}
