package gatehouse.web;

import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;

public enum WebProblem implements ProblemCode {
    CSRF_TOKEN_MISSING(Kind.FORBIDDEN),
    BODY_INVALID(Kind.INVALID),
    /** A member that a body does not have. */
    FIELD_UNKNOWN(Kind.INVALID),
    BODY_TOO_LARGE(Kind.INVALID),
    BODY_BROKE_OFF(Kind.INVALID),
    BODY_TOO_SLOW(Kind.INVALID),
    /** One person's requests, at the same time. */
    TOO_MANY_REQUESTS(Kind.LIMITED),
    /** There is no such resource. */
    PATH_UNKNOWN(Kind.NOT_FOUND),
    /** What {@code If-Match} says never holds. */
    VERSION_NEVER_MATCHES(Kind.CONFLICT, 412),
    IDEMPOTENCY_KEY_INVALID(Kind.INVALID),
    /** The answer is not one that could be kept. */
    IDEMPOTENCY_KEY_REFUSED(Kind.INVALID, 422),
    /** The key stands for another request. */
    IDEMPOTENCY_KEY_REUSED(Kind.INVALID, 422),
    IDEMPOTENCY_KEY_IN_USE(Kind.CONFLICT),
    IDEMPOTENCY_ANSWER_TOO_LONG(Kind.CONFLICT);

    private final Kind kind;
    private final int status;

    WebProblem(Kind kind) {
        this(kind, ProblemView.status(kind));
    }

    /** @param status where HTTP says more exactly what is wrong than the kind does */
    WebProblem(Kind kind, int status) {
        this.kind = kind;
        this.status = status;
    }

    int status() {
        return status;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
