package gatehouse.session.entity;

import gatehouse.setting.entity.Setting;
import java.time.Duration;

/**
 * When sessions end by themselves.
 *
 * @param idle without user input; output does not count
 * @param longest since the start
 * @param warning how long before an end the person is told
 */
@Setting("session-limits")
public record SessionLimits(Duration idle, Duration longest, Duration warning) {
    public SessionLimits {
        if (idle.isNegative() || idle.isZero() || longest.isNegative() || longest.isZero() || warning.isNegative()) {
            throw SessionProblem.LIMIT_INVALID.problem("limits of sessions must be longer than nothing");
        }
    }

    public SessionLimits() {
        this(Duration.ofMinutes(30), Duration.ofHours(24), Duration.ofMinutes(1));
    }
}
