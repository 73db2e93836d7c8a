package gatehouse.inventory.entity;

import gatehouse.setting.entity.Setting;
import java.time.Duration;

/**
 * Whether Gatehouse looks by itself if gateways answer, before somebody needs them.
 *
 * @param enabled otherwise a gateway is known only by the sessions that went through it
 * @param every how often each is looked at, 5 seconds to a day
 */
@Setting("gateway-checks")
public record GatewayChecks(boolean enabled, Duration every) {
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration REST = Duration.ofMinutes(1);

    public GatewayChecks {
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw InventoryProblem.GATEWAY_INVALID.at("every", "gateways are looked at every 5 seconds to every day");
        }
    }

    public GatewayChecks() {
        this(true, Duration.ofMinutes(1));
    }

    /** For how long others are tried before a gateway that failed: at least until it has been looked at again. */
    public Duration rest() {
        return enabled ? every.multipliedBy(2).plus(REST) : REST;
    }
}
