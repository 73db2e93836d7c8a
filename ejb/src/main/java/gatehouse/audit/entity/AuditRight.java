package gatehouse.audit.entity;

import gatehouse.kernel.Right;

public enum AuditRight implements Right {
    EVENT_VIEW("audit.event.view"),
    /** See the values of fields that are marked sensitive. */
    SENSITIVE_VIEW("audit.sensitive.view");

    private final String code;

    AuditRight(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
