package gatehouse.inventory.entity;

import gatehouse.kernel.FieldChecks;
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
        boolean named = !name.isEmpty() && name.length() <= 128;
        InventoryProblem invalid = InventoryProblem.ZONE_INVALID;
        new FieldChecks()
                .require(named, "name", invalid, "the name must have 1 to 128 characters")
                .require(comment.length() <= 1024, "comment", invalid, "the comment may have up to 1024 characters")
                .orThrow();
    }
}
