package gatehouse.web.session;

import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.session.boundary.Sessions;
import gatehouse.session.entity.Session;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionMetrics;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Needs;
import gatehouse.web.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions, live and past, and their recordings. */
@Path("/terminal/sessions")
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
    @Inject
    private Sessions sessions;

    @Inject
    private CurrentCaller caller;

    /** @param message shown to the person whose session ends */
    public record Termination(Optional<String> message) {}

    @GET
    public Page<SessionView> list(@BeanParam PageParameters page, @BeanParam SessionQuery query) {
        Caller who = caller.get();
        Page<Session> found = sessions.list(who, query.toFilter(), page.toRequest());
        Map<SessionId, SessionMetrics> metrics = sessions.metrics(who, found.items());
        return found.map(session -> SessionView.from(session, metrics.get(session.id())));
    }

    @GET
    @Path("/{id}")
    public SessionView get(@PathParam("id") String id) {
        Caller who = caller.get();
        Session session = sessions.require(who, SessionId.parse(id));
        return SessionView.from(session, sessions.metrics(who, List.of(session)).get(session.id()));
    }

    @POST
    @Path("/{id}/terminate")
    @Consumes(MediaType.APPLICATION_JSON)
    public void terminate(@PathParam("id") String id, Termination wanted) {
        sessions.terminate(caller.get(), SessionId.parse(id), wanted.message().orElse(""));
    }

    @POST
    @Needs("session.session.lock")
    @Path("/{id}/lock")
    public void lock(@PathParam("id") String id) {
        sessions.lock(caller.get(), SessionId.parse(id));
    }

    @POST
    @Needs("session.session.lock")
    @Path("/{id}/unlock")
    public void unlock(@PathParam("id") String id) {
        sessions.unlock(caller.get(), SessionId.parse(id));
    }
}
