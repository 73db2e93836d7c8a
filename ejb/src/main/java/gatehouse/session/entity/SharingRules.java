package gatehouse.session.entity;

import gatehouse.setting.entity.Setting;
import java.time.Duration;

/**
 * Whether and for how long people may invite others to a running session.
 *
 * @param allowed at all; {@code false} also sends those away who are there
 * @param longest how long an invitation may be open
 * @param mostPeople invited to one session at a time
 */
@Setting("session-sharing")
public record SharingRules(boolean allowed, Duration longest, int mostPeople) {
    public SharingRules {
        if (longest.isNegative() || longest.isZero() || mostPeople < 1) {
            throw SessionProblem.LIMIT_INVALID.problem("invitations must be open for a while, and for somebody");
        }
    }

    public SharingRules() {
        this(true, Duration.ofHours(8), 20);
    }
}
