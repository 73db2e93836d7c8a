package gatehouse.inventory.entity;

import java.util.List;

/**
 * One step of a way: any of the gateways will do.
 *
 * @param gateways to be tried in this order; never empty
 */
public record Hop(Zone zone, List<Gateway> gateways) {
    public Hop {
        gateways = List.copyOf(gateways);
    }
}
