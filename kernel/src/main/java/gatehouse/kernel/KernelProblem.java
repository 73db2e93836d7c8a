package gatehouse.kernel;

/** Problems that belong to no context. */
public enum KernelProblem implements ProblemCode {
    RIGHT_MISSING(Kind.FORBIDDEN),
    VALUE_INVALID(Kind.INVALID),
    DATABASE_UNAVAILABLE(Kind.UNAVAILABLE);

    private final Kind kind;

    KernelProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
