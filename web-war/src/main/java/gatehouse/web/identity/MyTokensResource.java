package gatehouse.web.identity;

import gatehouse.identity.boundary.Tokens;
import gatehouse.identity.entity.BearerToken;
import gatehouse.identity.entity.IssuedToken;
import gatehouse.identity.entity.TokenId;
import gatehouse.kernel.Page;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Redacted;
import gatehouse.web.ShownOnce;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The caller's bearer tokens. */
@Path("/users/me/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MyTokensResource {
    private static final int DAYS = 90;

    @Inject
    private Tokens tokens;

    @Inject
    private CurrentCaller caller;

    /** @param days how long it lives; 90 when absent, 366 at most */
    public record NewToken(String name, Optional<Integer> days) {}

    public record TokenView(UUID id, String name, Instant createdAt, Instant expiresAt, Optional<Instant> lastUsedAt) {
        static TokenView from(BearerToken row) {
            return new TokenView(row.id().value(), row.name(), row.createdAt(), row.expiresAt(), row.lastUsedAt());
        }
    }

    /** @param token shown now and never again */
    public record IssuedTokenView(UUID id, String name, Instant expiresAt, String token) {
        @Override
        public String toString() {
            return Redacted.of(this);
        }
    }

    @GET
    public Page<TokenView> list() {
        List<TokenView> all =
                tokens.list(caller.get()).stream().map(TokenView::from).toList();
        return new Page<>(all, all.size());
    }

    @POST
    @ShownOnce
    public IssuedTokenView issue(NewToken wanted) {
        Duration life = Duration.ofDays(wanted.days().orElse(DAYS));
        try (IssuedToken issued = tokens.issue(caller.get(), wanted.name(), life)) {
            BearerToken row = issued.row();
            return new IssuedTokenView(
                    row.id().value(),
                    row.name(),
                    row.expiresAt(),
                    issued.token().asString());
        }
    }

    @DELETE
    @Path("/{id}/")
    public void revoke(@PathParam("id") String id) {
        tokens.revoke(caller.get(), TokenId.parse(id));
    }
}
