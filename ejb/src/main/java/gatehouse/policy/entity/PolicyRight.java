package gatehouse.policy.entity;

import gatehouse.kernel.Right;

/** What roles allow in policy. Asking what one may reach oneself needs none. */
public enum PolicyRight implements Right {
    PERMISSION_VIEW("policy.permission.view"),
    PERMISSION_CHANGE("policy.permission.change"),
    /** Ask the decision point about other people. */
    DECISION_EXPLAIN("policy.decision.explain");

    private final String code;

    PolicyRight(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
