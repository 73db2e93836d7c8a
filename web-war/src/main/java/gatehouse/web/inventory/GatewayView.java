package gatehouse.web.inventory;

import gatehouse.inventory.entity.Gateway;
import java.time.Instant;
import java.util.Optional;

/**
 * One way into a zone.
 *
 * @param health UP, UNKNOWN or DOWN: what the last connection found
 * @param checkedAt absent when none was made yet
 */
public record GatewayView(
        String id,
        String zone,
        String asset,
        String assetName,
        int priority,
        boolean active,
        String health,
        Optional<Instant> checkedAt) {
    static GatewayView from(Gateway gateway, String assetName) {
        return new GatewayView(
                gateway.id().toString(),
                gateway.zone().toString(),
                gateway.asset().toString(),
                assetName,
                gateway.priority(),
                gateway.active(),
                gateway.health().name(),
                gateway.checkedAt());
    }
}
