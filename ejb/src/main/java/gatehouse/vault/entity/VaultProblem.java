package gatehouse.vault.entity;

import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;

/** What can go wrong with accounts and secrets. */
public enum VaultProblem implements ProblemCode {
    ACCOUNT_MISSING(Kind.NOT_FOUND),
    ACCOUNT_INVALID(Kind.INVALID),
    ACCOUNT_NAME_TAKEN(Kind.CONFLICT),
    ACCOUNT_CHANGED_MEANWHILE(Kind.CONFLICT),
    ACCOUNT_IN_USE(Kind.CONFLICT),
    ACCOUNT_RING(Kind.CONFLICT),
    SECRET_MISSING(Kind.CONFLICT),
    SECRET_INVALID(Kind.INVALID);

    private final Kind kind;

    VaultProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
