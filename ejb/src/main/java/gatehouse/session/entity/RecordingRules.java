package gatehouse.session.entity;

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
    public RecordingRules {
        if (leastFreeBytes < 0 || wholeExecBytes < 0 || wholeInputBytes < 0) {
            throw SessionProblem.LIMIT_INVALID.problem("sizes must be 0 or more");
        }
    }

    public RecordingRules() {
        this(1L << 30, 32L << 20, 1L << 20);
    }
}
