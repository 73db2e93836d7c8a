package gatehouse.web.session;

import gatehouse.kernel.Caller;
import gatehouse.kernel.Secret;
import gatehouse.session.boundary.Invitations;
import gatehouse.session.entity.SessionShare;
import gatehouse.session.entity.ShareId;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Redacted;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Invitations to running sessions, for whoever got them. A terminal is then at {@code /ws/join/{id}}. */
@Path("/terminal/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InvitationsResource {
    @Inject
    private Invitations invitations;

    @Inject
    private CurrentCaller caller;

    /** @param token from the link's fragment */
    public record Redemption(String token) {
        @Override
        public String toString() {
            return Redacted.of(this);
        }
    }

    /**
     * @param person whose session it is
     * @param access {@code read} or {@code write}
     */
    public record InvitationView(
            UUID id,
            UUID session,
            String person,
            String assetName,
            String accountName,
            String invitedBy,
            String access,
            Instant expiresAt) {}

    /** Uses the link up for the caller, who must be one of those who are invited. */
    @POST
    @Path("/redeem")
    public InvitationView redeem(Redemption wanted) {
        Caller who = caller.get();
        return view(who, invitations.redeem(who, Secret.ofString(wanted.token())));
    }

    /** What the link would open: the same answers as {@code redeem}, and nothing is used up. */
    @POST
    @Path("/look")
    public InvitationView look(Redemption wanted) {
        Caller who = caller.get();
        return view(who, invitations.look(who, Secret.ofString(wanted.token())));
    }

    /** Sessions that run and that the caller may join, once the link was redeemed. */
    @GET
    public List<InvitationView> list() {
        Caller who = caller.get();
        return invitations.mine(who).stream().map(share -> view(who, share)).toList();
    }

    @GET
    @Path("/{id}")
    public InvitationView get(@PathParam("id") String id) {
        Caller who = caller.get();
        return view(who, invitations.require(who, ShareId.parse(id)));
    }

    private InvitationView view(Caller who, SessionShare share) {
        Invitations.Place place = invitations.place(who, share);
        return new InvitationView(
                share.id().value(),
                share.session().value(),
                place.person(),
                place.assetName(),
                place.accountName(),
                share.createdByName(),
                share.access().name().toLowerCase(Locale.ROOT),
                share.expiresAt());
    }
}
