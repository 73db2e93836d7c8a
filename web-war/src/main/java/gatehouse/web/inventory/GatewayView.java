package gatehouse.web.inventory;

import gatehouse.inventory.entity.Gateway;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One way into a zone.
 *
 * @param health UP, UNKNOWN or DOWN: what the last connection or look found; a look connects and compares the host key, and does not sign in
 * @param checkedAt when; absent when none was made yet
 * @param healthSince since when it is so
 * @param reason why it is DOWN; empty otherwise
 * @param latencyMillis that connecting and the key exchange took when it was last looked at and answered
 */
public record GatewayView(
        String id,
        String zone,
        String asset,
        String assetName,
        int priority,
        boolean active,
        String health,
        Optional<Instant> checkedAt,
        Optional<Instant> healthSince,
        String reason,
        Optional<Long> latencyMillis) {
    static GatewayView from(Gateway gateway, String assetName) {
        return new GatewayView(
                gateway.id().toString(),
                gateway.zone().toString(),
                gateway.asset().toString(),
                assetName,
                gateway.priority(),
                gateway.active(),
                gateway.health().name(),
                gateway.checkedAt(),
                gateway.healthSince(),
                gateway.healthWords(),
                gateway.latency().map(Duration::toMillis));
    }
}
