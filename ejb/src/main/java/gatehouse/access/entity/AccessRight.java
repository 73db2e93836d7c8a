package gatehouse.access.entity;

import gatehouse.kernel.Right;

public enum AccessRight implements Right {
    /** See the sign-ins of others. */
    SIGN_IN_VIEW("access.sign-in.view"),
    /** End the sign-ins of others. */
    SIGN_IN_END("access.sign-in.end");

    private final String code;

    AccessRight(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
