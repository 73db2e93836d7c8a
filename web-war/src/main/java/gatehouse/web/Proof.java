package gatehouse.web;

import gatehouse.access.boundary.Callers;
import gatehouse.access.entity.SignInOrigin;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/** Finds in a request what proves who sent it: a bearer token, or the cookie of a sign-in. */
@ApplicationScoped
public class Proof {
    private static final String BEARER = "Bearer ";

    @Inject
    private Callers callers;

    /**
     * Empty when the request proves nothing; a wrong proof throws.
     *
     * @throws ProblemException {@code NOT_SIGNED_IN}
     */
    public Optional<Caller> callerOf(HttpServletRequest request) {
        Optional<Secret> token = bearer(request);
        if (token.isPresent()) {
            try (Secret given = token.get()) {
                return Optional.of(callers.requireByToken(given, origin(request, "api")));
            }
        }
        return cookie(request, SessionCookies.SIGN_IN).map(given -> {
            try (given) {
                return callers.requireByCookie(given, request.getHeader("X-Gatehouse-Background") == null);
            }
        });
    }

    public boolean isByCookie(HttpServletRequest request) {
        return bearer(request).isEmpty();
    }

    public static SignInOrigin origin(HttpServletRequest request, String channel) {
        String client = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        return new SignInOrigin(channel, request.getRemoteAddr(), client);
    }

    public static Optional<Secret> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst()
                .map(Secret::ofString);
    }

    private static Optional<Secret> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> Secret.ofString(header.substring(BEARER.length()).strip()));
    }
}
