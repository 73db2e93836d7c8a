package gatehouse.kernel;

/** A failure that has a name. Each context and connector has one enum of them, called {@code XxxProblem}. */
public interface ProblemCode {
    /** Stable identifier, upper snake case; appears in logs, REST problems and terminal messages. */
    String name();

    Kind kind();

    default ProblemException problem(String detail) {
        return new ProblemException(this, detail, null);
    }

    default ProblemException problem(String detail, Throwable cause) {
        return new ProblemException(this, detail, cause);
    }
}
