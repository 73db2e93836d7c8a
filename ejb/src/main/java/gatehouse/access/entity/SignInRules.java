package gatehouse.access.entity;

import gatehouse.kernel.FieldChecks;
import gatehouse.setting.entity.Setting;
import gatehouse.setting.entity.SettingProblem;
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
    private static final String FAILURES = "1 <= pairFailures <= addressFailures";

    public SignInRules {
        boolean slowestFits = !slowest.isNegative() && slowest.compareTo(Duration.ofSeconds(10)) <= 0;
        boolean proofFits = !proof.isNegative() && proof.compareTo(Duration.ofMinutes(15)) <= 0;
        SettingProblem invalid = SettingProblem.SETTING_INVALID;
        new FieldChecks()
                .require(idle.compareTo(Duration.ofMinutes(1)) >= 0, "idle", invalid, "idle is a minute or more")
                .require(longest.compareTo(idle) >= 0, "longest", invalid, "longest is not shorter than idle")
                .require(pairFailures >= 1, "pairFailures", invalid, FAILURES)
                .require(addressFailures >= pairFailures, "addressFailures", invalid, FAILURES)
                .require(pairBar.toSeconds() >= 1, "pairBar", invalid, "pairBar is a second or more")
                .require(slowAfter >= 1, "slowAfter", invalid, "slowAfter is 1 or more")
                .require(slowestFits, "slowest", invalid, "slowest is at most PT10S")
                .require(overallFailures >= 1, "overallFailures", invalid, "overallFailures is 1 or more")
                .require(proofFits, "proof", invalid, "proof is at most PT15M")
                .orThrow();
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
}
