package gatehouse.vault.entity;

import gatehouse.inventory.entity.AssetId;
import java.util.Optional;

/** Which accounts an administrator wants to see; each part narrows. */
public record AccountFilter(Optional<AssetId> asset, Optional<String> username) {
    public static final AccountFilter ALL = new AccountFilter(Optional.empty(), Optional.empty());
}
