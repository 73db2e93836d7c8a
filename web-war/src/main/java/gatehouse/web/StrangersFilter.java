package gatehouse.web;

import gatehouse.kernel.Network;
import gatehouse.kernel.ProblemException;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Reads what somebody sends who is not signed in before a thread works on it: without one that waits, at most 16 KiB, within ten seconds,
 * from each network only so many at a time, and never so many that a newcomer finds no place (R12.7). Otherwise one host could hold every place for signing in with bodies that never
 * end.
 */
@WebFilter(
        urlPatterns = {
            "/api/v1/authentication/sign-in/*",
            "/api/v1/authentication/totp/*",
            "/api/v1/authentication/setup/*",
            "/api/v1/authentication/reset/*"
        },
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
public class StrangersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient PersonShare share;

    /** Whether the body of {@code request} came through here. */
    static boolean hasRead(HttpServletRequest request) {
        return WholeBody.of(request).isPresent();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            workOn(request, response, chain);
            return;
        }
        PersonShare.Coming coming;
        try {
            coming = share.comes(Network.of(request.getRemoteAddr()));
        } catch (ProblemException full) {
            ComingBody.refuse(full, response);
            return;
        }
        ComingBody.read(request, response, coming);
    }

    private static void workOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        WholeBody body = WholeBody.of(request).orElseThrow();
        try {
            chain.doFilter(body.in(request), response);
        } finally {
            body.done();
        }
    }
}
