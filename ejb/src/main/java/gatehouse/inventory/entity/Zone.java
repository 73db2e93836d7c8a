package gatehouse.inventory.entity;

import gatehouse.kernel.OrganisationId;
import java.util.Optional;

/**
 * A network that is reached through gateways.
 *
 * @param parent the zone in which this zone's gateways are; empty when they are reached directly
 */
public record Zone(ZoneId id, OrganisationId organisation, String name, Optional<ZoneId> parent, String comment) {}
