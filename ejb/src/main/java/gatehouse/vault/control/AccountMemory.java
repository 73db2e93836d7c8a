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
        List<?> found = rows.in(scope)
                .sql("select id, asset, name, username, kind, secret_version, privileged, active"
                        + " from gatehouse.vault_account where organisation = :organisation and changed > :version")
                .setParameter("version", version)
                .getResultList();
        List<AccountId> removed = rows.in(scope)
                .query(
                        UUID.class,
                        "select r.subject from AccountRemoval r"
                                + " where r.organisation = :organisation and r.changed > :version")
                .setParameter("version", version)
                .getResultStream()
                .map(AccountId::new)
                .toList();
        return new VaultChanges(
                now, found.stream().map(row -> facts((Object[]) row)).toList(), removed);
    }

    private static AccountFacts facts(Object[] row) {
        return new AccountFacts(
                new AccountId((UUID) row[0]),
                new AssetId((UUID) row[1]),
                (String) row[2],
                (String) row[3],
                SecretKind.valueOf((String) row[4]),
                ((Number) row[5]).intValue() > 0,
                (Boolean) row[6],
                (Boolean) row[7]);
    }
}
