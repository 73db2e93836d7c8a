package gatehouse.kernel.persistence;

import gatehouse.kernel.OrganisationId;

/**
 * A row that belongs to one organisation. The entity's persistent attribute is a {@code UUID} called {@code organisation}, its key
 * a {@code UUID} called {@code id}.
 */
public interface Owned {
    OrganisationId organisation();
}
