package gatehouse.inventory.entity;

import java.time.Duration;
import java.util.Optional;

/**
 * What an attempt to reach a gateway found.
 *
 * @param words why it is not reachable; empty when it is
 * @param latency of connecting and the key exchange, where it was measured
 * @param turnedAway it answered and did not let the account in, which looking at it without signing in does not see
 */
public record GatewayFinding(Gateway.Health health, String words, Optional<Duration> latency, boolean turnedAway) {
    private static final int LONGEST_WORDS = 1000;

    /** Where it comes from: a look that signs in nowhere says nothing of the account, a session and a person's test count. */
    public enum Source {
        WATCH,
        TEST,
        SESSION
    }

    public GatewayFinding {
        words = words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    }

    public static GatewayFinding answered(Duration latency) {
        return new GatewayFinding(Gateway.Health.UP, "", Optional.of(latency), false);
    }

    public static GatewayFinding passed() {
        return new GatewayFinding(Gateway.Health.UP, "", Optional.empty(), false);
    }

    public static GatewayFinding failed(String words, boolean turnedAway) {
        return new GatewayFinding(Gateway.Health.DOWN, words, Optional.empty(), turnedAway);
    }
}
