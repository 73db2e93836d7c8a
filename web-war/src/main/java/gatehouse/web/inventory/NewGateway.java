package gatehouse.web.inventory;

import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.GatewayDetails;
import gatehouse.inventory.entity.ZoneId;
import gatehouse.web.Members;
import java.util.Optional;

/**
 * A gateway as administrators write it.
 *
 * @param zone id
 * @param asset id of an asset that speaks ssh and has an account with a secret
 * @param priority 1 to 100, 50 when absent; the lowest is tried first
 */
public record NewGateway(String zone, String asset, Optional<Integer> priority, Optional<Boolean> active) {
    private static final int MIDDLE = 50;

    static NewGateway from(GatewayDetails details) {
        return new NewGateway(
                details.zone().toString(),
                details.asset().toString(),
                Optional.of(details.priority()),
                Optional.of(details.active()));
    }

    GatewayDetails details() {
        Members members = new Members();
        ZoneId zoneId = members.id("zone", zone, ZoneId::parse);
        AssetId assetId = members.id("asset", asset, AssetId::parse);
        return members.whole(() -> new GatewayDetails(zoneId, assetId, priority.orElse(MIDDLE), active.orElse(true)));
    }
}
