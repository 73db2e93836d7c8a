package gatehouse.setting.entity;

import gatehouse.kernel.Caller;

/** Port: whether somebody may change settings at this moment, who has the right to. Answered by access. */
public interface SettingGuard {
    /** @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} */
    void requireChange(Caller caller);
}
