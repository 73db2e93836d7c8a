package gatehouse.inventory.entity;

import gatehouse.kernel.OrganisationId;

/** News: an asset may not be reached any more. Observe it after the transaction. */
public record AssetDisabled(OrganisationId organisation, AssetId asset, String name) {}
