package gatehouse.session.boundary;

import gatehouse.inventory.boundary.Gateways;
import gatehouse.inventory.entity.Gateway;
import gatehouse.inventory.entity.GatewayFinding;
import gatehouse.inventory.entity.GatewayId;
import gatehouse.inventory.entity.InventoryRight;
import gatehouse.kernel.Caller;
import gatehouse.session.control.opening.GatewayProbe;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks at a gateway when an administrator asks. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GatewayTests {
    @Inject
    private Gateways gateways;

    @Inject
    private GatewayProbe probe;

    /**
     * Waits for the gateway, also for one that is not used now.
     *
     * @return with what was found
     * @throws gatehouse.kernel.ProblemException {@code GATEWAY_MISSING}, or why it cannot be looked at now
     */
    public Gateway test(Caller caller, GatewayId id) {
        caller.require(InventoryRight.ZONE_CHANGE);
        probe.look(caller, gateways.require(caller, id), GatewayFinding.Source.TEST);
        return gateways.require(caller, id);
    }
}
