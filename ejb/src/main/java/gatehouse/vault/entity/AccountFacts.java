package gatehouse.vault.entity;

import gatehouse.inventory.entity.AssetId;

/**
 * What others keep in memory about an account.
 *
 * @param hasSecret nobody need type one: it is stored, or the account is become from another one, whose switch may need none of its own
 */
public record AccountFacts(
        AccountId id,
        AssetId asset,
        String name,
        String username,
        SecretKind kind,
        boolean hasSecret,
        boolean privileged,
        boolean active) {}
