package gatehouse.session.entity;

import gatehouse.kernel.FieldChecks;
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
    private static final String NOBODY = "invitations must be open for a while, and for somebody";

    public SharingRules {
        new FieldChecks()
                .require(longest.isPositive(), "longest", SessionProblem.LIMIT_INVALID, NOBODY)
                .require(mostPeople > 0, "mostPeople", SessionProblem.LIMIT_INVALID, NOBODY)
                .orThrow();
    }

    public SharingRules() {
        this(true, Duration.ofHours(8), 20);
    }

    /** @throws gatehouse.kernel.ProblemException {@code SHARE_DENIED} */
    public void requireAllowed() {
        if (!allowed) {
            throw SessionProblem.SHARE_DENIED.problem("sharing is switched off");
        }
    }

    /**
     * @param invited people who have an open invitation to the session already
     * @throws gatehouse.kernel.ProblemException {@code SHARE_INVALID}
     */
    public void requireWithin(Invitation wanted, long invited) {
        Duration open = wanted.open();
        if (open.isNegative() || open.isZero() || open.compareTo(longest) > 0) {
            throw SessionProblem.SHARE_INVALID.problem(
                    "an invitation is open for at most " + longest.toMinutes() + " minutes");
        }
        if (wanted.people().isEmpty() || invited + wanted.people().size() > mostPeople) {
            throw SessionProblem.SHARE_INVALID.problem(
                    "name at least one person, and at most " + mostPeople + " for one session");
        }
    }
}
