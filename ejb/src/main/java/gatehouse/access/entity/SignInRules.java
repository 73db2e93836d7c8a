package gatehouse.access.entity;

import gatehouse.setting.entity.Setting;
import java.time.Duration;

/**
 * How long sign-ins last and how failures are answered.
 *
 * @param idle after which a browser's sign-in ends
 * @param longest after which it ends in any case
 * @param pairFailures failures of one account from one address, within {@code pairBar}, that bar the pair
 * @param pairBar how long they bar it
 * @param addressFailures failures from one address (IPv6: one /64 network), within {@code pairBar}, that bar the address
 * @param slowAfter failures of one account from anywhere after which each answer for it comes later
 * @param slowest the longest such delay
 * @param overallFailures failures within a minute, of anybody from anywhere, after which every failure is answered at the slowest
 * @param proof how long after a proof acts that a thief of a session must not do need no new one
 */
@Setting("sign-in-rules")
public record SignInRules(
        Duration idle,
        Duration longest,
        int pairFailures,
        Duration pairBar,
        int addressFailures,
        int slowAfter,
        Duration slowest,
        int overallFailures,
        Duration proof) {
    public SignInRules {
        require(idle.compareTo(Duration.ofMinutes(1)) >= 0, "idle is a minute or more");
        require(longest.compareTo(idle) >= 0, "longest is not shorter than idle");
        require(pairFailures >= 1 && addressFailures >= pairFailures, "1 <= pairFailures <= addressFailures");
        require(pairBar.compareTo(Duration.ofSeconds(1)) >= 0, "pairBar is a second or more");
        require(slowAfter >= 1 && overallFailures >= 1, "slowAfter and overallFailures are 1 or more");
        require(!slowest.isNegative() && slowest.compareTo(Duration.ofSeconds(10)) <= 0, "slowest is at most PT10S");
        require(!proof.isNegative() && proof.compareTo(Duration.ofMinutes(15)) <= 0, "proof is at most PT15M");
    }

    public SignInRules() {
        this(
                Duration.ofMinutes(30),
                Duration.ofHours(12),
                5,
                Duration.ofMinutes(15),
                30,
                10,
                Duration.ofSeconds(4),
                300,
                Duration.ofMinutes(5));
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
