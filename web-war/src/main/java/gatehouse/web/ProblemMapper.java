package gatehouse.web;

import gatehouse.kernel.DatabaseOutage;
import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.RefusedText;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParsingException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Optional;

/** Every failure of a resource, as a problem (R12.3). */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final int DEEPEST = 12;

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        Optional<ProblemException> problem = find(failure, ProblemException.class)
                .or(() -> DatabaseOutage.in(failure))
                .or(() -> RefusedText.in(failure));
        if (problem.isPresent()) {
            return known(problem.get(), failure);
        }
        if (isUnreadable(failure)) {
            return ProblemView.of(WebProblem.BODY_INVALID.problem("the body is not the JSON that is wanted here"))
                    .response();
        }
        if (failure instanceof WebApplicationException refusal) {
            return ofHttp(refusal);
        }
        if (find(failure, OptimisticLockException.class).isPresent()) {
            return ProblemView.of(
                            "CHANGED_MEANWHILE", changedStatus(), "somebody else changed it meanwhile; read it again")
                    .response();
        }
        return bug(failure);
    }

    private Response known(ProblemException problem, Throwable failure) {
        if (problem.kind() == Kind.BUG) {
            return bug(failure);
        }
        ProblemView view = ProblemView.of(problem);
        return Optional.ofNullable(problem.code()).filter(Versions::isChanged).isPresent()
                ? view.with(changedStatus()).response()
                : view.response();
    }

    private int changedStatus() {
        return Versions.status(headers.getHeaderString(HttpHeaders.IF_MATCH));
    }

    static boolean isUnreadable(Throwable failure) {
        return failure instanceof ProcessingException
                || failure instanceof JsonbException
                || find(failure, JsonParsingException.class).isPresent();
    }

    /** What JAX-RS itself refuses: unknown paths, methods, media types. */
    private static Response ofHttp(WebApplicationException refusal) {
        Response given = refusal.getResponse();
        if (given.getStatus() >= 500) {
            return bug(refusal);
        }
        String reason = given.getStatusInfo().getReasonPhrase();
        String code = reason.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return ProblemView.of(code, given.getStatus(), reason).response();
    }

    private static Response bug(Throwable failure) {
        WebLog.LOG.failed(failure);
        return ProblemView.of("BUG", 500, "Gatehouse failed; its log says why").response();
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
