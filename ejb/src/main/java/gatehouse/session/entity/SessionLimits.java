package gatehouse.session.entity;

import gatehouse.kernel.FieldChecks;
import gatehouse.setting.entity.Setting;
import java.time.Duration;

/**
 * When sessions end by themselves, and how many there are.
 *
 * @param idle without user input; output does not count
 * @param longest since the start
 * @param warning how long before an end the person is told
 * @param perPerson how many sessions one person has at a time, of any kind
 */
@Setting("session-limits")
public record SessionLimits(Duration idle, Duration longest, Duration warning, int perPerson) {
    private static final String NOTHING = "limits of sessions must be longer than nothing";

    public SessionLimits {
        new FieldChecks()
                .require(idle.isPositive(), "idle", SessionProblem.LIMIT_INVALID, NOTHING)
                .require(longest.isPositive(), "longest", SessionProblem.LIMIT_INVALID, NOTHING)
                .require(!warning.isNegative(), "warning", SessionProblem.LIMIT_INVALID, NOTHING)
                .require(perPerson > 0, "perPerson", SessionProblem.LIMIT_INVALID, "a person has at least one session")
                .orThrow();
    }

    public SessionLimits() {
        this(Duration.ofMinutes(30), Duration.ofHours(24), Duration.ofMinutes(1), 200);
    }
}
