package gatehouse.vault.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.OrganisationId;

/** News: an account may not be used any more. Observe it after the transaction. */
public record AccountDisabled(OrganisationId organisation, AssetId asset, AccountId account, String username) {}
