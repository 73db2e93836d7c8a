package gatehouse.inventory.entity;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.kernel.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Gateway gateway = new Gateway(
            GatewayId.next(),
            new OrganisationId(new UUID(0, 1)),
            new GatewayDetails(ZoneId.next(), AssetId.next(), 1, true));

    @Test
    void whatFailedRestsForAMinute() {
        gateway.found(Gateway.Health.DOWN, NOW);
        assertThat(gateway.isResting(NOW.plusSeconds(59))).isTrue();
        assertThat(gateway.isResting(NOW.plus(Duration.ofMinutes(1)))).isFalse();
    }

    @Test
    void whatWorksOrWasNeverTriedDoesNotRest() {
        assertThat(gateway.isResting(NOW)).isFalse();
        gateway.found(Gateway.Health.UP, NOW);
        assertThat(gateway.isResting(NOW)).isFalse();
    }
}
