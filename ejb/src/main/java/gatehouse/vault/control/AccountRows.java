package gatehouse.vault.control;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Names;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.ChangeClock;
import gatehouse.kernel.persistence.Criterion;
import gatehouse.kernel.persistence.Listing;
import gatehouse.kernel.persistence.Rows;
import gatehouse.vault.entity.Account;
import gatehouse.vault.entity.AccountDetails;
import gatehouse.vault.entity.AccountFilter;
import gatehouse.vault.entity.AccountId;
import gatehouse.vault.entity.AccountRemoval;
import gatehouse.vault.entity.VaultProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows of accounts. Every change waits for the vault's next version first. */
@ApplicationScoped
public class AccountRows {
    static final String CONTEXT = "vault";

    private static final Listing<Account> LISTING = new Listing<>(
            Account.class,
            List.of("nameKey", "username", "comment"),
            Map.of("name", "nameKey", "username", "username", "createdAt", "createdAt", "updatedAt", "updatedAt"),
            new PageRequest.Order("name", false));

    private Rows rows;
    private ChangeClock changes;
    private Clock clock;

    protected AccountRows() {}

    @Inject
    AccountRows(Rows rows, ChangeClock changes, Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.clock = clock;
    }

    public Page<Account> page(Scope scope, AccountFilter filter, PageRequest request) {
        Criterion<Account> onAsset = filter.asset()
                .map(id -> Criterion.<Account>equal("asset", id.value()))
                .orElse((builder, root) -> builder.conjunction());
        Criterion<Account> named = filter.username()
                .map(name -> Criterion.<Account>equal("username", name))
                .orElse((builder, root) -> builder.conjunction());
        return rows.in(scope).page(LISTING, request, List.of(onAsset, named));
    }

    public Optional<Account> find(Scope scope, AccountId id) {
        return rows.in(scope).find(Account.class, id.value());
    }

    public Account require(Scope scope, AccountId id) {
        return find(scope, id).orElseThrow(() -> VaultProblem.ACCOUNT_MISSING.problem("there is no such account"));
    }

    /** By name. */
    public List<Account> onAsset(Scope scope, AssetId asset) {
        return rows.in(scope)
                .query(
                        Account.class,
                        "select a from Account a where a.organisation = :organisation and a.asset = :asset"
                                + " order by a.nameKey")
                .setParameter("asset", asset.value())
                .getResultList();
    }

    public Account add(Scope scope, AccountDetails details) {
        long version = changes.next(scope, CONTEXT);
        Account account = new Account(AccountId.next(), scope.organisation(), details, clock.instant());
        requireSeen(details, "", "");
        check(scope, account.id(), details);
        account.changedAt(version);
        return rows.in(scope).add(account);
    }

    /** @param revision that the change was made from; empty for whatever it is now */
    public Account change(Scope scope, AccountId id, AccountDetails details, Optional<Long> revision) {
        long version = changes.next(scope, CONTEXT);
        Account account = require(scope, id);
        if (revision.isPresent() && revision.get() != account.revision()) {
            throw VaultProblem.ACCOUNT_CHANGED_MEANWHILE.problem(
                    "somebody else changed this account meanwhile; load it again");
        }
        requireSeen(details, account.name(), account.username());
        check(scope, id, details);
        account.change(details, clock.instant());
        account.changedAt(version);
        return account;
    }

    /** To be called before a secret of the account is stored. */
    public Account touch(Scope scope, AccountId id) {
        long version = changes.next(scope, CONTEXT);
        Account account = require(scope, id);
        account.changedAt(version);
        return account;
    }

    public void remove(Scope scope, Account account) {
        long version = changes.next(scope, CONTEXT);
        boolean needed = onAsset(scope, account.asset()).stream()
                .anyMatch(other -> other.suFrom().equals(Optional.of(account.id())));
        if (needed) {
            throw VaultProblem.ACCOUNT_IN_USE.problem("another account switches from this one; change that one first");
        }
        removeRow(scope, account, version);
    }

    public void removeAllOn(Scope scope, AssetId asset) {
        List<Account> accounts = onAsset(scope, asset);
        if (accounts.isEmpty()) {
            return;
        }
        long version = changes.next(scope, CONTEXT);
        rows.in(scope)
                .change(
                        "update Account a set a.suFrom = null where a.organisation = :organisation and a.asset = :asset")
                .setParameter("asset", asset.value())
                .executeUpdate();
        accounts.forEach(account -> removeRow(scope, account, version));
        rows.in(scope).flush();
    }

    private void removeRow(Scope scope, Account account, long version) {
        var own = rows.in(scope);
        own.change("delete from SealedSecret s where s.organisation = :organisation and s.account = :account")
                .setParameter("account", account.id().value())
                .executeUpdate();
        own.add(new AccountRemoval(scope.organisation(), account.id(), version));
        own.change("delete from Account a where a.organisation = :organisation and a.id = :account")
                .setParameter("account", account.id().value())
                .executeUpdate();
    }

    private static void requireSeen(AccountDetails details, String nameBefore, String usernameBefore) {
        Names.requireSeen(VaultProblem.ACCOUNT_INVALID, "username", details.username(), usernameBefore);
        Names.requireSeen(VaultProblem.ACCOUNT_INVALID, "name", details.name(), nameBefore);
    }

    private void check(Scope scope, AccountId id, AccountDetails details) {
        List<Account> beside = onAsset(scope, details.asset()).stream()
                .filter(other -> !other.id().equals(id))
                .toList();
        if (beside.stream().anyMatch(other -> Account.nameKey(other.name()).equals(Account.nameKey(details.name())))) {
            throw VaultProblem.ACCOUNT_NAME_TAKEN.at(
                    "name", "there is an account called " + details.name() + " on this asset already");
        }
        details.suFrom().ifPresent(from -> requireChain(id, from, beside));
    }

    /** R7.3: the accounts switched from are on the same asset, and none is met twice. */
    private static void requireChain(AccountId id, AccountId from, List<Account> beside) {
        Set<AccountId> met = new HashSet<>(Set.of(id));
        Optional<AccountId> next = Optional.of(from);
        while (next.isPresent()) {
            AccountId wanted = next.get();
            if (!met.add(wanted)) {
                throw VaultProblem.ACCOUNT_RING.at(
                        "suFrom", "an account cannot switch from itself, even by way of others");
            }
            next = beside.stream()
                    .filter(other -> other.id().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> VaultProblem.ACCOUNT_MISSING.at(
                            "suFrom", "the account to switch from is not on the same asset"))
                    .suFrom();
        }
    }
}
