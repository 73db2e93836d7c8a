package gatehouse.web.session;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Secret;
import gatehouse.kernel.Uuids;
import gatehouse.session.boundary.ConnectionTokens;
import gatehouse.session.entity.ConnectionToken;
import gatehouse.session.entity.ConnectionTokenId;
import gatehouse.session.entity.Wanted;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Redacted;
import gatehouse.web.ShownOnce;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Connection tokens: a short-lived right to open one connection, for the browser and for native clients ({@code ssh JMS-<id>@…}). */
@Path("/authentication/connection-token")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConnectionTokensResource {
    @Inject
    private ConnectionTokens tokens;

    @Inject
    private CurrentCaller caller;

    /**
     * @param account name or id of an account, {@code @USER} or {@code @INPUT}
     * @param username of {@code @INPUT}
     * @param secret typed by the person, where none is stored
     * @param reusable until it expires after a day, which wants a fresh proof; otherwise it works once within five minutes
     */
    public record NewConnectionToken(
            String asset,
            String account,
            String protocol,
            Optional<String> username,
            Optional<String> secret,
            Optional<Boolean> reusable) {
        @Override
        public String toString() {
            return Redacted.of(this);
        }
    }

    /** @param value shown here and never again */
    public record ConnectionTokenView(
            UUID id, Optional<String> value, UUID asset, String protocol, boolean reusable, Instant expiresAt) {
        @Override
        public String toString() {
            return Redacted.of(this);
        }

        static ConnectionTokenView from(ConnectionToken token, Optional<String> value) {
            return new ConnectionTokenView(
                    token.id().value(),
                    value,
                    token.asset().value(),
                    token.protocol(),
                    token.reusable(),
                    token.expiresAt());
        }
    }

    @POST
    @ShownOnce
    @APIResponseSchema(value = ConnectionTokenView.class, responseCode = "201")
    public Response create(NewConnectionToken wanted) {
        Caller who = caller.get();
        Wanted request = new Wanted(
                AssetId.parse(wanted.asset()),
                wanted.account(),
                wanted.protocol(),
                wanted.username().orElse(""),
                wanted.secret().filter(text -> !text.isEmpty()).map(Secret::ofString),
                wanted.reusable().orElse(false));
        ConnectionTokens.Issued issued = tokens.issue(who, request);
        try (Secret value = issued.value()) {
            ConnectionTokenView view = ConnectionTokenView.from(issued.token(), Optional.of(value.asString()));
            return Response.status(Response.Status.CREATED)
                    .entity(view)
                    .header("Cache-Control", "no-store")
                    .build();
        }
    }

    @GET
    @Path("/{id}")
    public ConnectionTokenView get(@PathParam("id") String id) {
        return ConnectionTokenView.from(tokens.require(caller.get(), parse(id)), Optional.empty());
    }

    @PATCH
    @Path("/{id}/expire")
    public void expire(@PathParam("id") String id) {
        tokens.expire(caller.get(), parse(id));
    }

    private static ConnectionTokenId parse(String id) {
        return new ConnectionTokenId(Uuids.parse(id));
    }
}
