package gatehouse.inventory.boundary;

import gatehouse.inventory.entity.GatewayId;
import gatehouse.inventory.entity.Hop;
import gatehouse.inventory.entity.ZoneId;
import gatehouse.kernel.Caller;
import jakarta.ejb.Stateless;
import java.util.List;

/** Zones and the gateways into them. */
@Stateless
public class Zones {
    /**
     * The way to an asset in {@code zone}: the outermost hop first, gateways by health and priority.
     *
     * @throws gatehouse.kernel.ProblemException {@code ZONE_WITHOUT_GATEWAY} when a zone on the way has no active gateway
     */
    public List<Hop> route(Caller caller, ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    /** Told after each attempt, so that the next one starts with a gateway that works. */
    public void noteHealth(Caller caller, GatewayId gateway, boolean reachable) {
        throw new UnsupportedOperationException();
    }
}
