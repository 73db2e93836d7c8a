package gatehouse.web;

import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;

public enum WebProblem implements ProblemCode {
    CSRF_TOKEN_MISSING(Kind.FORBIDDEN),
    BODY_INVALID(Kind.INVALID),
    BODY_TOO_LARGE(Kind.INVALID),
    BODY_BROKE_OFF(Kind.INVALID),
    BODY_TOO_SLOW(Kind.INVALID),
    /** One person's requests, at the same time. */
    TOO_MANY_REQUESTS(Kind.LIMITED),
    /** There is no such resource. */
    PATH_UNKNOWN(Kind.NOT_FOUND);

    private final Kind kind;

    WebProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
