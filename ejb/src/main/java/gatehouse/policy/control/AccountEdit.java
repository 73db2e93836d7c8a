package gatehouse.policy.control;

import gatehouse.inventory.entity.AssetId;
import gatehouse.vault.entity.AccountFacts;
import gatehouse.vault.entity.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes of accounts on the way to the next estate. Used by one thread. */
final class AccountEdit {
    private final Shards.Edit<AccountId, AccountFacts> accounts;
    private final Shards.Edit<AssetId, List<AccountFacts>> byAsset;
    private final Set<AssetId> touched = new HashSet<>();

    AccountEdit(Shards<AccountId, AccountFacts> accounts, Shards<AssetId, List<AccountFacts>> byAsset) {
        this.accounts = accounts.edit();
        this.byAsset = byAsset.edit();
    }

    void remove(AccountId id) {
        Optional<AccountFacts> before = accounts.get(id);
        before.ifPresent(account -> {
            accounts.remove(id);
            hang(account.asset(), id, Optional.empty());
        });
    }

    /** An account stays with its asset for life; should it move all the same, it leaves the old one. */
    void put(AccountFacts account) {
        remove(account.id());
        accounts.put(account.id(), account);
        hang(account.asset(), account.id(), Optional.of(account));
    }

    private void hang(AssetId asset, AccountId id, Optional<AccountFacts> account) {
        List<AccountFacts> rest = new ArrayList<>(byAsset.get(asset).orElse(List.of()));
        rest.removeIf(other -> other.id().equals(id));
        account.ifPresent(rest::add);
        rest.sort(Comparator.comparing(AccountFacts::name)
                .thenComparing(other -> other.id().value()));
        if (rest.isEmpty()) {
            byAsset.remove(asset);
        } else {
            byAsset.put(asset, List.copyOf(rest));
        }
        touched.add(asset);
    }

    Set<AssetId> touched() {
        return touched;
    }

    Shards<AccountId, AccountFacts> accounts() {
        return accounts.done();
    }

    Shards<AssetId, List<AccountFacts>> byAsset() {
        return byAsset.done();
    }
}
