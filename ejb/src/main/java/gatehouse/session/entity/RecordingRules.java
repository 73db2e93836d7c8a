package gatehouse.session.entity;

import gatehouse.kernel.FieldChecks;
import gatehouse.setting.entity.Setting;

/**
 * How sessions are recorded.
 *
 * @param leastFreeBytes with less free space than this, no session begins and running ones pause
 * @param wholeExecBytes of the output of an exec without a terminal; what follows is recorded as its length and SHA-256
 * @param wholeInputBytes of the text that goes into a shell or exec without a terminal; what follows likewise
 */
@Setting("recording-rules")
public record RecordingRules(long leastFreeBytes, long wholeExecBytes, long wholeInputBytes) {
    private static final String LEAST = "sizes must be 0 or more";

    public RecordingRules {
        new FieldChecks()
                .require(leastFreeBytes >= 0, "leastFreeBytes", SessionProblem.LIMIT_INVALID, LEAST)
                .require(wholeExecBytes >= 0, "wholeExecBytes", SessionProblem.LIMIT_INVALID, LEAST)
                .require(wholeInputBytes >= 0, "wholeInputBytes", SessionProblem.LIMIT_INVALID, LEAST)
                .orThrow();
    }

    public RecordingRules() {
        this(1L << 30, 32L << 20, 1L << 20);
    }
}
