package gatehouse.session.control.opening;

import gatehouse.access.boundary.Callers;
import gatehouse.access.entity.AccessProblem;
import gatehouse.access.entity.SignInId;
import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.kernel.Caller;
import gatehouse.session.entity.SessionProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Whether a person may still open anything. A menu, a socket or a connection by token can be older than the news about its person, and
 * a permission says nothing about that.
 */
@ApplicationScoped
class Standing {
    /** Of callers whom a token proved. */
    private static final UUID NO_SIGN_IN = new UUID(0, 0);

    private Callers callers;
    private Factors factors;

    protected Standing() {}

    @Inject
    Standing(Callers callers, Factors factors) {
        this.callers = callers;
        this.factors = factors;
    }

    /** @throws gatehouse.kernel.ProblemException {@code NOT_SIGNED_IN}, {@code CONNECT_DENIED} */
    void require(Caller caller) {
        if (!caller.signIn().equals(NO_SIGN_IN)) {
            callers.requireCurrent(new SignInId(caller.signIn()));
        }
        Candidate person = factors.find(caller.user())
                .orElseThrow(() -> AccessProblem.NOT_SIGNED_IN.problem("you are not signed in any more"));
        if (person.passwordMustChange()) {
            throw SessionProblem.CONNECT_DENIED.problem("your password must be changed first, in the browser");
        }
    }
}
