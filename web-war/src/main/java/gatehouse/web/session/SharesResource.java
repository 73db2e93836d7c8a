package gatehouse.web.session;

import gatehouse.identity.entity.Person;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import gatehouse.session.boundary.Shares;
import gatehouse.session.entity.Invitation;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.ShareAccess;
import gatehouse.session.entity.ShareId;
import gatehouse.web.CurrentCaller;
import gatehouse.web.ShownOnce;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Invitations to a running session, for whoever gives them. */
@Path("/terminal/sessions/{session}/shares")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SharesResource {
    private static final String LINK = "/luna/#/join?token=";

    @Inject
    private Shares shares;

    @Inject
    private CurrentCaller caller;

    /**
     * @param users ids of those who are invited
     * @param access {@code read} or {@code write}
     * @param minutes for how long; the settings bound it
     */
    public record NewShare(Set<String> users, String access, int minutes) {}

    /** @param link for those who are invited, below this server's address; shown here and never again */
    public record NewShareView(ShareView share, String link) {}

    /** Somebody who may be invited. */
    public record PersonView(UUID id, String username, String name) {
        static PersonView from(Person person) {
            return new PersonView(person.id().value(), person.username(), person.name());
        }
    }

    @POST
    @ShownOnce
    @APIResponseSchema(value = NewShareView.class, responseCode = "201")
    public Response create(@PathParam("session") String session, NewShare wanted) {
        Invitation invitation = new Invitation(
                wanted.users().stream().map(UserId::parse).collect(Collectors.toSet()),
                access(wanted.access()),
                Duration.ofMinutes(wanted.minutes()));
        Shares.Issued issued = shares.invite(caller.get(), SessionId.parse(session), invitation);
        try (Secret token = issued.token()) {
            NewShareView view =
                    new NewShareView(ShareView.from(issued.share(), issued.guests()), LINK + token.asString());
            return Response.status(Response.Status.CREATED)
                    .entity(view)
                    .header("Cache-Control", "no-store")
                    .build();
        }
    }

    private static ShareAccess access(String text) {
        return switch (text) {
            case "read" -> ShareAccess.READ;
            case "write" -> ShareAccess.WRITE;
            default -> throw KernelProblem.VALUE_INVALID.problem("access is read or write");
        };
    }

    /** The newest first, also those that are over. */
    @GET
    public List<ShareView> list(@PathParam("session") String session) {
        return shares.list(caller.get(), SessionId.parse(session)).stream()
                .map(ShareView::from)
                .toList();
    }

    /**
     * Whom the caller may invite: up to five whose user name or name is {@code search}, or begins with it when it has three letters or
     * more.
     */
    @GET
    @Path("/people")
    public List<PersonView> people(
            @PathParam("session") String session,
            @Parameter(description = "a whole user name or name, or at least the first three letters of one")
                    @QueryParam("search")
                    String search) {
        return shares
                .people(
                        caller.get(),
                        SessionId.parse(session),
                        Optional.ofNullable(search).orElse(""))
                .stream()
                .map(PersonView::from)
                .toList();
    }

    /** Its guests go at once. */
    @POST
    @Path("/{id}/revoke")
    public void revoke(@PathParam("session") String session, @PathParam("id") String id) {
        shares.revoke(caller.get(), SessionId.parse(session), ShareId.parse(id));
    }

    /** One guest goes and does not come back. */
    @POST
    @Path("/{id}/guests/{user}/remove")
    public void remove(
            @PathParam("session") String session, @PathParam("id") String id, @PathParam("user") String user) {
        shares.removeGuest(caller.get(), SessionId.parse(session), ShareId.parse(id), UserId.parse(user));
    }
}
