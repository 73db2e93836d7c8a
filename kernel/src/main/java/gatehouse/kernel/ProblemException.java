package gatehouse.kernel;

import jakarta.ejb.ApplicationException;
import java.util.Objects;

/**
 * The one exception that Gatehouse throws. {@link #detail()} is written for the person who sees it and says what to do next; it
 * never holds a secret.
 */
@ApplicationException(rollback = true)
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final String codeName;
    private final Kind kind;

    public ProblemException(ProblemCode code, String detail, Throwable cause) {
        super(Objects.requireNonNull(detail), cause);
        this.code = code;
        this.codeName = code.name();
        this.kind = code.kind();
    }

    /** The code's enum constant; null only after the exception crossed a Java serialisation border. */
    public ProblemCode code() {
        return code;
    }

    public String codeName() {
        return codeName;
    }

    public Kind kind() {
        return kind;
    }

    public String detail() {
        return getMessage();
    }
}
