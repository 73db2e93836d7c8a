package gatehouse.web.access;

import gatehouse.access.boundary.SignIns;
import gatehouse.access.entity.SignInId;
import gatehouse.access.entity.SignInRecord;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Needs;
import gatehouse.web.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is signed in, and who was. */
@Path("/authentication/sign-ins")
@Produces(MediaType.APPLICATION_JSON)
public class SignInsResource {
    @Inject
    private SignIns signIns;

    @Inject
    private CurrentCaller caller;

    /** @param current the one in which this is asked */
    public record SignInView(
            UUID id,
            UUID user,
            String username,
            String address,
            String channel,
            String client,
            Instant startedAt,
            Instant lastUsedAt,
            boolean current,
            Optional<Instant> endsAt,
            Optional<Instant> endedAt,
            Optional<String> endReason) {
        static SignInView from(SignInRecord row, Caller caller) {
            return new SignInView(
                    row.id().value(),
                    row.user().value(),
                    row.username(),
                    row.origin().address(),
                    row.origin().channel(),
                    row.origin().client(),
                    row.startedAt(),
                    row.lastUsedAt(),
                    row.id().value().equals(caller.signIn()),
                    row.endsAt(),
                    row.endedAt(),
                    row.endReason());
        }
    }

    /** @param open only those that have not ended */
    @GET
    @Needs("access.sign-in.view")
    public Page<SignInView> list(@BeanParam PageParameters page, @QueryParam("open") boolean open) {
        return signIns.list(caller.get(), page.toRequest(), open).map(row -> SignInView.from(row, caller.get()));
    }

    /** One's own open ones. */
    @GET
    @Path("/own/")
    public List<SignInView> listOwn() {
        return signIns.listOwn(caller.get()).stream()
                .map(row -> SignInView.from(row, caller.get()))
                .toList();
    }

    /** All of one's own, but the one in which this is asked. */
    @POST
    @Path("/own/end-others/")
    public void endOthers() {
        signIns.endOthers(caller.get());
    }

    @POST
    @Path("/{id}/end/")
    public void end(@PathParam("id") String id) {
        signIns.end(caller.get(), SignInId.parse(id));
    }
}
