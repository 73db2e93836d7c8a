package gatehouse.web;

import gatehouse.access.entity.AccessProblem;
import gatehouse.kernel.Caller;
import jakarta.websocket.Session;
import java.security.Principal;

/** Who opened a socket. */
public record SocketCaller(Caller caller) implements Principal {
    /** @throws gatehouse.kernel.ProblemException {@code NOT_SIGNED_IN} for a socket outside {@code /ws/} */
    public static Caller of(Session session) {
        if (session.getUserPrincipal() instanceof SocketCaller principal) {
            return principal.caller();
        }
        throw AccessProblem.NOT_SIGNED_IN.problem("sign in first");
    }

    @Override
    public String getName() {
        return caller.username();
    }
}
