package gatehouse.web;

import gatehouse.access.entity.AccessProblem;
import gatehouse.kernel.Caller;
import gatehouse.kernel.UserId;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

/** Gives each request its caller, or refuses it before its body is read (R12.1, R12.2, R12.6). */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class CallerFilter implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private Proof proof;

    @Inject
    private SessionCookies cookies;

    @Inject
    private CurrentCaller current;

    @Inject
    private PersonShare share;

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext exchange) {
        if (resource.getResourceMethod().isAnnotationPresent(WithoutSignIn.class)) {
            requireWholeBody();
            takeShare(Optional.empty());
            return;
        }
        Caller caller = proof.callerOf(request)
                .orElseThrow(() -> AccessProblem.NOT_SIGNED_IN.problem("sign in, or send a bearer token"));
        if (!SAFE.contains(exchange.getMethod()) && proof.isByCookie(request)) {
            requireCsrfToken();
        }
        requireRight(caller);
        takeShare(Optional.of(caller.user()));
        current.set(caller);
    }

    /** A path that is written in another way than {@link StrangersFilter} knows leads nowhere. */
    private void requireWholeBody() {
        if (!StrangersFilter.hasRead(request)) {
            throw WebProblem.PATH_UNKNOWN.problem("there is nothing here");
        }
    }

    private void takeShare(Optional<UserId> person) {
        share.begin(person);
        PersonShareFilter.owes(request, person);
    }

    private void requireRight(Caller caller) {
        Method method = resource.getResourceMethod();
        Optional.ofNullable(method.getAnnotation(Needs.class))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(Needs.class)))
                .ifPresent(needs -> caller.require(needs::value));
    }

    private void requireCsrfToken() {
        String given = Optional.ofNullable(request.getHeader(SessionCookies.CSRF_HEADER))
                .orElse("");
        boolean fits = Proof.cookie(request, SessionCookies.SIGN_IN)
                .map(cookie -> {
                    try (cookie) {
                        return cookies.csrfFits(cookie, given);
                    }
                })
                .orElse(false);
        if (!fits) {
            throw WebProblem.CSRF_TOKEN_MISSING.problem(
                    "send the value of the cookie " + SessionCookies.CSRF + " as " + SessionCookies.CSRF_HEADER);
        }
    }
}
