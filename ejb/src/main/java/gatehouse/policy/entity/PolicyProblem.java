package gatehouse.policy.entity;

import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;

/** What can go wrong with permissions. A denial is no problem but a {@link Decision}. */
public enum PolicyProblem implements ProblemCode {
    PERMISSION_MISSING(Kind.NOT_FOUND),
    PERMISSION_INVALID(Kind.INVALID),
    PERMISSION_NAME_TAKEN(Kind.CONFLICT),
    PERMISSION_CHANGED_MEANWHILE(Kind.CONFLICT),
    PERSON_MISSING(Kind.NOT_FOUND),
    ASSET_NOT_REACHABLE(Kind.NOT_FOUND);

    private final Kind kind;

    PolicyProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
