package gatehouse.web;

import gatehouse.kernel.UserId;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Gives back what {@link CallerFilter} took of a person's share, once the last byte of the answer was written. */
@WebFilter(
        urlPatterns = "/api/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC})
public class PersonShareFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private record Debt(Optional<UserId> person) {}

    private static final String PERSON = PersonShareFilter.class.getName();

    @Inject
    private transient PersonShare share;

    /** @param person empty: not signed in */
    static void owes(HttpServletRequest request, Optional<UserId> person) {
        request.setAttribute(PERSON, new Debt(person));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.getAttribute(PERSON) instanceof Debt(Optional<UserId> person)) {
                share.end(person);
            }
        }
    }
}
