package gatehouse.inventory.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.ProblemException;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final GatewayDetails details = new GatewayDetails(ZoneId.next(), AssetId.next(), 1, true);
    private final Gateway gateway = new Gateway(GatewayId.next(), new OrganisationId(new UUID(0, 1)), details);

    @Test
    void whatFailedRests() throws ReflectiveOperationException {
        found(Gateway.Health.DOWN);
        assertThat(gateway.isResting(NOW.plusSeconds(59), MINUTE)).isTrue();
        assertThat(gateway.isResting(NOW.plus(MINUTE), MINUTE)).isFalse();
    }

    @Test
    void whatWorksOrWasNeverTriedDoesNotRest() throws ReflectiveOperationException {
        assertThat(gateway.isResting(NOW, MINUTE)).isFalse();
        found(Gateway.Health.UP);
        assertThat(gateway.isResting(NOW, MINUTE)).isFalse();
    }

    @Test
    void nothingIsKnownOfAnotherMachineOrOneThatIsUsedAgain() throws ReflectiveOperationException {
        found(Gateway.Health.DOWN);
        gateway.change(new GatewayDetails(details.zone(), details.asset(), 7, true));
        assertThat(gateway.health()).isEqualTo(Gateway.Health.DOWN);

        gateway.change(new GatewayDetails(details.zone(), AssetId.next(), 7, true));
        assertThat(gateway.health()).isEqualTo(Gateway.Health.UNKNOWN);

        found(Gateway.Health.DOWN);
        gateway.change(new GatewayDetails(details.zone(), gateway.asset(), 7, false));
        assertThat(gateway.health()).isEqualTo(Gateway.Health.DOWN);
        gateway.change(new GatewayDetails(details.zone(), gateway.asset(), 7, true));
        assertThat(gateway.health()).isEqualTo(Gateway.Health.UNKNOWN);
    }

    /** As the database says. */
    private void found(Gateway.Health health) throws ReflectiveOperationException {
        set("health", health);
        set("checkedAt", NOW);
    }

    private void set(String name, Object value) throws ReflectiveOperationException {
        Field field = Gateway.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(gateway, value);
    }

    @Test
    void whatFailedComesLastUntilItWasLookedAtAgain() {
        assertThat(new GatewayChecks(true, Duration.ofMinutes(5)).rest()).isGreaterThan(Duration.ofMinutes(10));
        assertThat(new GatewayChecks(false, Duration.ofMinutes(5)).rest()).isEqualTo(MINUTE);
    }

    @Test
    void looksAreNeitherAllTheTimeNorNever() {
        for (Duration wrong : new Duration[] {Duration.ZERO, Duration.ofSeconds(4), Duration.ofDays(2)}) {
            assertThatThrownBy(() -> new GatewayChecks(true, wrong)).isInstanceOf(ProblemException.class);
        }
    }
}
