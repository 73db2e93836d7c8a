package gatehouse.web;

import gatehouse.kernel.UserId;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives back what {@link CallerFilter} took of a person's share, once the last byte of the answer was written. */
@WebFilter("/api/*")
public class PersonShareFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String PERSON = PersonShareFilter.class.getName();

    @Inject
    private transient PersonShare share;

    static void owes(HttpServletRequest request, UserId person) {
        request.setAttribute(PERSON, person);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.getAttribute(PERSON) instanceof UserId person) {
                share.end(person);
            }
        }
    }
}
