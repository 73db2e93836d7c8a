package gatehouse.connector.spi.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where a session goes.
 *
 * @param hops gateways before the target, the nearest first; only for a connector that {@linkplain
 *     TerminalConnectionFactory#passesGateways() passes them itself}
 * @param timeout for everything until the target has accepted the account, each hop by itself; later for each answer that a target
 *     may never give, as to being asked to listen
 * @param dial opens the connection to the endpoint in the connector's place, for example behind gateways that it cannot pass
 */
public record OutboundTarget(
        Endpoint endpoint, List<Hop> hops, Duration timeout, Optional<Dial> dial, TargetProfile profile) {
    public OutboundTarget {
        hops = List.copyOf(hops);
    }

    /** A machine of which nothing more is known. */
    public OutboundTarget(Endpoint endpoint, List<Hop> hops, Duration timeout, Optional<Dial> dial) {
        this(endpoint, hops, timeout, dial, TargetProfile.PLAIN);
    }

    public static OutboundTarget direct(Endpoint endpoint, Duration timeout) {
        return new OutboundTarget(endpoint, List.of(), timeout, Optional.empty());
    }
}
