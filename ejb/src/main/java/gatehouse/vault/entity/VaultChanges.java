package gatehouse.vault.entity;

import java.util.List;

/**
 * What changed among an organisation's accounts since some version.
 *
 * @param version up to which this goes
 * @param accounts new and changed ones
 */
public record VaultChanges(long version, List<AccountFacts> accounts, List<AccountId> removed) {
    public VaultChanges {
        accounts = List.copyOf(accounts);
        removed = List.copyOf(removed);
    }
}
