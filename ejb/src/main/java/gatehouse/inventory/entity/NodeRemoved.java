package gatehouse.inventory.entity;

import gatehouse.kernel.OrganisationId;

/** News: a place in the tree is being deleted; observed within the transaction. */
public record NodeRemoved(OrganisationId organisation, NodeId node) {}
