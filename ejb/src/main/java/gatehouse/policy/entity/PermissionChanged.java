package gatehouse.policy.entity;

import gatehouse.kernel.OrganisationId;

/**
 * News: a permission was made, changed or deleted; decisions may be others now. Observe it after the transaction and ask again.
 */
public record PermissionChanged(OrganisationId organisation, PermissionId permission) {}
