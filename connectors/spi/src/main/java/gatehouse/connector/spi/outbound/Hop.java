package gatehouse.connector.spi.outbound;

import java.util.List;

/**
 * One step on the way to a target.
 *
 * @param gateways equivalent ones, tried in this order until one lets us through
 */
public record Hop(List<Endpoint> gateways) {
    public Hop {
        gateways = List.copyOf(gateways);
    }
}
