package gatehouse.web;

import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;

/**
 * Lets a WebSocket be opened only from our own pages, or by a script with a bearer token, and only by somebody signed in; the caller is the
 * socket's principal, see {@link SocketCaller}.
 */
@WebFilter(urlPatterns = "/ws/*", asyncSupported = true)
public class SocketFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Proof proof;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (proof.isByCookie(request) && !isOwnOrigin(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Optional<Caller> caller = caller(request);
        if (caller.isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        chain.doFilter(new Proved(request, new SocketCaller(caller.get())), response);
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        try {
            return proof.callerOf(request);
        } catch (ProblemException e) {
            // an ended sign-in is as good as none
            return Optional.empty();
        }
    }

    /** Scheme, host and port of the page are those that the request was sent to. */
    static boolean isOwnOrigin(HttpServletRequest request) {
        String origin = Optional.ofNullable(request.getHeader("Origin")).orElse("");
        String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
        try {
            URI page = URI.create(origin);
            return request.getScheme().equals(page.getScheme()) && host.equals(page.getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static final class Proved extends HttpServletRequestWrapper {
        private final SocketCaller caller;

        private Proved(HttpServletRequest request, SocketCaller caller) {
            super(request);
            this.caller = caller;
        }

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }
    }
}
