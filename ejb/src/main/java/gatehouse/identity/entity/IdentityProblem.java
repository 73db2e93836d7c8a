package gatehouse.identity.entity;

import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;

public enum IdentityProblem implements ProblemCode {
    USER_UNKNOWN(Kind.NOT_FOUND),
    GROUP_UNKNOWN(Kind.NOT_FOUND),
    ROLE_UNKNOWN(Kind.NOT_FOUND),
    SSH_KEY_UNKNOWN(Kind.NOT_FOUND),
    TOKEN_UNKNOWN(Kind.NOT_FOUND),
    NAME_TAKEN(Kind.CONFLICT),
    SSH_KEY_TAKEN(Kind.CONFLICT),
    /** Somebody else changed it since it was read. */
    CHANGED_MEANWHILE(Kind.CONFLICT),
    /** R4.4 */
    LAST_ADMINISTRATOR(Kind.CONFLICT),
    /** R4.5 */
    GRANT_EXCEEDS_OWN(Kind.FORBIDDEN),
    PASSWORD_WEAK(Kind.INVALID),
    PASSWORD_WRONG(Kind.INVALID),
    TOTP_WRONG(Kind.INVALID),
    /** R4.6: prove once more who you are, then ask again. */
    STEP_UP_REQUIRED(Kind.FORBIDDEN),
    /** R4.8: choose a password of your own, then ask again. */
    PASSWORD_MUST_CHANGE(Kind.FORBIDDEN),
    /** Guessing from here is over for a while. */
    TOO_MANY_FAILURES(Kind.LIMITED),
    /** The link is used, expired or was never given out. */
    LINK_INVALID(Kind.INVALID),
    ADMINISTRATOR_EXISTS(Kind.CONFLICT),
    /** As many passwords are being verified as the machine can. */
    BUSY(Kind.LIMITED);

    private final Kind kind;

    IdentityProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
