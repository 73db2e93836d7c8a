package gatehouse.web;

import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.WrongField;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A failure as RFC 9457 writes it.
 *
 * @param type a URI that names the code
 * @param title the code in words
 * @param status HTTP status
 * @param detail what happened and what to do next
 * @param code stable identifier
 * @param errors the members of the body that are wrong; absent when it is about none of them
 */
public record ProblemView(
        String type, String title, int status, String detail, String code, Optional<List<FieldError>> errors) {
    /**
     * @param field its place in the body, for example {@code address} or {@code protocols[1].port}
     * @param code stable identifier
     * @param message what is wrong with it
     */
    public record FieldError(String field, String code, String message) {
        static FieldError from(WrongField wrong) {
            return new FieldError(wrong.field(), wrong.code(), sentence(wrong.detail()));
        }
    }

    private static final Pattern FIRST_WORD = Pattern.compile("[a-z]+[,:;]? ");
    public static final MediaType JSON = new MediaType("application", "problem+json");

    public static ProblemView of(ProblemException problem) {
        int status = problem.code() instanceof WebProblem web ? web.status() : status(problem.kind());
        return of(problem.codeName(), status, problem.detail()).about(problem.fields());
    }

    private ProblemView about(List<WrongField> fields) {
        Optional<List<FieldError>> wrong = fields.isEmpty()
                ? Optional.empty()
                : Optional.of(fields.stream().map(FieldError::from).toList());
        return new ProblemView(type, title, status, detail, code, wrong);
    }

    /** The same under a status that says more exactly what is wrong than the kind does. */
    ProblemView with(int exact) {
        return new ProblemView(type, title, exact, detail, code, errors);
    }

    public static ProblemView of(String code, int status, String detail) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return new ProblemView(
                "urn:gatehouse:problem:" + words.replace(' ', '-'),
                words,
                status,
                sentence(detail),
                code,
                Optional.empty());
    }

    /** For people to read on its own. A first word that is no ordinary one, such as a path, stays as it is. */
    private static String sentence(String detail) {
        return FIRST_WORD.matcher(detail).lookingAt()
                ? detail.substring(0, 1).toUpperCase(Locale.ROOT) + detail.substring(1)
                : detail;
    }

    public Response response() {
        return Response.status(status).type(JSON).entity(this).build();
    }

    public static int status(Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN, REVIEW_REQUIRED -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case LIMITED -> 429;
            case BUG -> 500;
            case TARGET_FAILED -> 502;
            case UNAVAILABLE -> 503;
            case TARGET_TIMEOUT -> 504;
        };
    }
}
