package gatehouse.kernel;

import jakarta.ejb.ApplicationException;
import java.util.List;
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
    private final transient List<WrongField> fields;

    public ProblemException(ProblemCode code, String detail, Throwable cause) {
        this(code, detail, cause, List.of());
    }

    ProblemException(ProblemCode code, String detail, Throwable cause, List<WrongField> fields) {
        super(Objects.requireNonNull(detail), cause);
        this.code = code;
        this.codeName = code.name();
        this.kind = code.kind();
        this.fields = List.copyOf(fields);
    }

    /** The same about {@code field}; when it is about fields already, they are parts of that one. */
    public ProblemException at(String field) {
        List<WrongField> wrong = fields().isEmpty()
                ? List.of(new WrongField(field, codeName, detail()))
                : fields().stream().map(part -> part.below(field)).toList();
        return new ProblemException(code, detail(), this, wrong);
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

    /** What it is about, of what somebody sent; empty when it is about no field, or not about fields alone. */
    public List<WrongField> fields() {
        return fields == null ? List.of() : fields;
    }
}
