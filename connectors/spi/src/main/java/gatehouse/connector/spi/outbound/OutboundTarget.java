package gatehouse.connector.spi.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where a session goes.
 *
 * @param hops gateways before the target, the nearest first
 * @param timeout for everything until the target has accepted the account, each hop by itself
 */
public record OutboundTarget(
        Endpoint endpoint, List<Hop> hops, Duration timeout, Optional<AccountSwitch> accountSwitch) {
    public OutboundTarget {
        hops = List.copyOf(hops);
    }

    public static OutboundTarget direct(Endpoint endpoint, Duration timeout) {
        return new OutboundTarget(endpoint, List.of(), timeout, Optional.empty());
    }
}
