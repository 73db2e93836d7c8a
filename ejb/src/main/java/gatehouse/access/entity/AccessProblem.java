package gatehouse.access.entity;

import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;

public enum AccessProblem implements ProblemCode {
    /** Nobody is signed in, or the sign-in has ended. */
    NOT_SIGNED_IN(Kind.UNAUTHENTICATED),
    /** A factor was not right, or the address is barred. */
    REFUSED(Kind.UNAUTHENTICATED),
    /** What was given to prove once more who somebody is was not right. */
    PROOF_WRONG(Kind.INVALID),
    SIGN_IN_UNKNOWN(Kind.NOT_FOUND),
    /** No more requests with a key are remembered. */
    IDEMPOTENCY_KEYS_FULL(Kind.LIMITED);

    private final Kind kind;

    AccessProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
