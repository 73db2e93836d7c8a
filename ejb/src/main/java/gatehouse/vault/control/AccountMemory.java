package gatehouse.vault.control;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.ChangeClock;
import gatehouse.kernel.persistence.Rows;
import gatehouse.vault.entity.AccountFacts;
import gatehouse.vault.entity.AccountId;
import gatehouse.vault.entity.SecretKind;
import gatehouse.vault.entity.VaultChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Reads many accounts at once, column by column. */
@ApplicationScoped
public class AccountMemory {
    private Rows rows;
    private ChangeClock changes;

    protected AccountMemory() {}

    @Inject
    AccountMemory(Rows rows, ChangeClock changes) {
        this.rows = rows;
        this.changes = changes;
    }

    /** The version is read first: what is committed after that comes again with the next call, which does no harm. */
    public VaultChanges since(Scope scope, long version) {
        long now = changes.versions(scope).getOrDefault(AccountRows.CONTEXT, 0L);
        List<AccountFacts> found = rows.in(scope)
                .query(
                        Object[].class,
                        "select a.id, a.asset, a.name, a.username, a.kind, a.secretVersion, a.privileged, a.active,"
                                + " a.suFrom from Account a where a.organisation = :organisation and a.changed > :version")
                .setParameter("version", version)
                .getResultStream()
                .map(AccountMemory::facts)
                .toList();
        List<AccountId> removed = rows.in(scope)
                .query(
                        UUID.class,
                        "select r.subject from AccountRemoval r"
                                + " where r.organisation = :organisation and r.changed > :version")
                .setParameter("version", version)
                .getResultStream()
                .map(AccountId::new)
                .toList();
        return new VaultChanges(now, found, removed);
    }

    private static AccountFacts facts(Object[] row) {
        return new AccountFacts(
                new AccountId((UUID) row[0]),
                new AssetId((UUID) row[1]),
                (String) row[2],
                (String) row[3],
                (SecretKind) row[4],
                (Integer) row[5] > 0 || row[8] != null,
                (Boolean) row[6],
                (Boolean) row[7]);
    }
}
