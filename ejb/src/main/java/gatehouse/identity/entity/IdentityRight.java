package gatehouse.identity.entity;

import gatehouse.kernel.Right;

public enum IdentityRight implements Right {
    USER_VIEW("identity.user.view"),
    USER_CHANGE("identity.user.change"),
    GROUP_VIEW("identity.group.view"),
    GROUP_CHANGE("identity.group.change"),
    ROLE_VIEW("identity.role.view"),
    /** Create bearer tokens for oneself. */
    TOKEN_CREATE("identity.token.create");

    private final String code;

    IdentityRight(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
