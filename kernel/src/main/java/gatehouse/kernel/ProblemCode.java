package gatehouse.kernel;

import java.util.List;
import java.util.stream.Collectors;

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

    /** About one field of what somebody sent, as {@link WrongField#field()} names it. */
    default ProblemException at(String field, String detail) {
        return new ProblemException(this, detail, null, List.of(new WrongField(field, name(), detail)));
    }

    /** About several fields, each of which says what is wrong with it. */
    default ProblemException at(List<WrongField> fields, Throwable cause) {
        String detail = fields.stream().map(WrongField::detail).distinct().collect(Collectors.joining("; "));
        return new ProblemException(this, detail, cause, fields);
    }
}
