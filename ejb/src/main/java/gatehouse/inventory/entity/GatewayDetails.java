package gatehouse.inventory.entity;

/**
 * What an administrator says about a gateway.
 *
 * @param asset speaks SSH and has an account with a secret
 * @param priority 1 to 100; 1 is tried first
 */
public record GatewayDetails(ZoneId zone, AssetId asset, int priority, boolean active) {
    public GatewayDetails {
        if (priority < 1 || priority > 100) {
            throw InventoryProblem.GATEWAY_INVALID.at("priority", "the priority must be 1 to 100");
        }
    }
}
