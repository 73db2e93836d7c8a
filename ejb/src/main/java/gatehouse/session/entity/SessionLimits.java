package gatehouse.session.entity;

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
    public SessionLimits {
        if (idle.isNegative() || idle.isZero() || longest.isNegative() || longest.isZero() || warning.isNegative()) {
            throw SessionProblem.LIMIT_INVALID.problem("limits of sessions must be longer than nothing");
        }
        if (perPerson < 1) {
            throw SessionProblem.LIMIT_INVALID.problem("a person has at least one session");
        }
    }

    public SessionLimits() {
        this(Duration.ofMinutes(30), Duration.ofHours(24), Duration.ofMinutes(1), 200);
    }
}
