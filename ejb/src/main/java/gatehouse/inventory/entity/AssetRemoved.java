package gatehouse.inventory.entity;

import gatehouse.kernel.OrganisationId;

/** News: an asset is being deleted; observed within the transaction, whoever keeps rows about it deletes them. */
public record AssetRemoved(OrganisationId organisation, AssetId asset, String name) {}
