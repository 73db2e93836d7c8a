package gatehouse.inventory.entity;

import java.util.Optional;

/**
 * What an administrator says about a zone.
 *
 * @param name unique in the organisation, whatever the case; 1 to 128 characters
 * @param parent the zone in which this zone's gateways are; empty when they are reached directly
 */
public record ZoneDetails(String name, Optional<ZoneId> parent, String comment) {
    public ZoneDetails {
        name = name.strip();
        comment = comment.strip();
        if (name.isEmpty() || name.length() > 128 || comment.length() > 1024) {
            throw InventoryProblem.ZONE_INVALID.problem(
                    "the name must have 1 to 128 characters, the comment up to 1024");
        }
    }
}
