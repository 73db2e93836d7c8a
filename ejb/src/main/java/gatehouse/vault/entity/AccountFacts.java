package gatehouse.vault.entity;

import gatehouse.inventory.entity.AssetId;

/** What others keep in memory about an account. */
public record AccountFacts(
        AccountId id,
        AssetId asset,
        String name,
        String username,
        SecretKind kind,
        boolean hasSecret,
        boolean privileged,
        boolean active) {}
