package gatehouse.inventory.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * One way into a zone: an asset that speaks SSH, on which a connection hops with one of its accounts.
 *
 * @param priority 1 is tried first
 * @param checkedAt when {@code health} was found
 */
public record Gateway(
        GatewayId id,
        ZoneId zone,
        AssetId asset,
        int priority,
        boolean active,
        Health health,
        Optional<Instant> checkedAt) {
    /** What the last connection attempt or check found. */
    public enum Health {
        UP,
        UNKNOWN,
        DOWN
    }
}
