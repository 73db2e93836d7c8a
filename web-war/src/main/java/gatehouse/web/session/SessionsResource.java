package gatehouse.web.session;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.Page;
import gatehouse.kernel.UserId;
import gatehouse.session.boundary.Sessions;
import gatehouse.session.entity.Session;
import gatehouse.session.entity.SessionFilter;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionMetrics;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Given;
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
import jakarta.ws.rs.QueryParam;
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

    /** @param state {@code live} or {@code ended}; both when absent */
    @GET
    public Page<SessionView> list(
            @BeanParam PageParameters page,
            @QueryParam("state") String state,
            @QueryParam("user") String user,
            @QueryParam("asset") String asset,
            @QueryParam("protocol") String protocol,
            @BeanParam Period period) {
        SessionFilter filter = new SessionFilter(
                given(user).map(UserId::parse),
                given(asset).map(AssetId::parse),
                given(protocol),
                given(state).map(SessionsResource::isLive),
                given(period.from).map(Given::instant),
                given(period.until).map(Given::instant));
        Caller who = caller.get();
        Page<Session> found = sessions.list(who, filter, page.toRequest());
        Map<SessionId, SessionMetrics> metrics = sessions.metrics(who, found.items());
        return found.map(session -> SessionView.from(session, metrics.get(session.id())));
    }

    /** When sessions began. */
    public static class Period {
        /** Inclusive, ISO 8601. */
        @QueryParam("from")
        private String from;

        /** Exclusive, ISO 8601. */
        @QueryParam("until")
        private String until;
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

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    private static boolean isLive(String state) {
        return switch (state) {
            case "live" -> true;
            case "ended" -> false;
            default -> throw KernelProblem.VALUE_INVALID.problem("state is live or ended");
        };
    }
}
