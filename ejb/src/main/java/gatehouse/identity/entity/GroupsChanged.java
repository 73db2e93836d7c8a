package gatehouse.identity.entity;

import gatehouse.kernel.OrganisationId;

/** News: members of groups changed; whoever keeps an index by group refreshes it. Fired in the transaction that changed them. */
public record GroupsChanged(OrganisationId organisation) {}
