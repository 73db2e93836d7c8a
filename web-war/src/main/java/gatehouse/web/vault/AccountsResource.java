package gatehouse.web.vault;

import gatehouse.inventory.boundary.Assets;
import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Page;
import gatehouse.vault.boundary.Accounts;
import gatehouse.vault.entity.Account;
import gatehouse.vault.entity.AccountFilter;
import gatehouse.vault.entity.AccountId;
import gatehouse.vault.entity.NewSecret;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Given;
import gatehouse.web.Idempotent;
import gatehouse.web.MergePatch;
import gatehouse.web.Needs;
import gatehouse.web.PageParameters;
import gatehouse.web.Versions;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Logins on assets. Secrets go in and never come out. Sorts by name, username, createdAt, updatedAt. */
@Needs("vault.account.view")
@Path("/accounts/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountsResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private Accounts accounts;

    @Inject
    private Assets assets;

    @GET
    public Page<AccountView> list(
            @BeanParam PageParameters page,
            @QueryParam("asset") String asset,
            @QueryParam("username") String username) {
        AccountFilter filter =
                new AccountFilter(Given.parameter(asset, AssetId::parse), Given.parameter(username, name -> name));
        return accounts.list(caller.get(), filter, page.toRequest()).map(this::seen);
    }

    @POST
    @Idempotent
    @Parameter(ref = "IdempotencyKey")
    @Needs("vault.account.change")
    @APIResponseSchema(value = AccountView.class, responseCode = "201")
    public Response create(NewAccount body) {
        Optional<NewSecret> secret = body.newSecret();
        try {
            Account account = accounts.create(caller.get(), body.details(), secret);
            return Response.created(URI.create(account.id() + "/"))
                    .entity(seen(account))
                    .build();
        } finally {
            secret.ifPresent(NewSecret::close);
        }
    }

    @GET
    @Path("/{id}/")
    @APIResponseSchema(AccountView.class)
    public Response view(@PathParam("id") String id) {
        return answer(accounts.view(caller.get(), AccountId.parse(id)));
    }

    /**
     * Merge patch (RFC 7396); a {@code secret} in it is stored as a new version. When somebody else changed the account
     * meanwhile, 412 with If-Match (since the version that it names), and 409 without it (during the request).
     */
    @PATCH
    @Needs("vault.account.change")
    @Path("/{id}/")
    @APIResponseSchema(AccountView.class)
    public Response change(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonObject body) {
        AccountId account = AccountId.parse(id);
        Account before = accounts.view(caller.get(), account);
        NewAccount after = MergePatch.apply(NewAccount.class, NewAccount.from(before.details()), body);
        Optional<NewSecret> secret = after.newSecret();
        try {
            Optional<Long> revision = Optional.of(Versions.merged(ifMatch, before.revision()));
            return answer(accounts.change(caller.get(), account, after.details(), revision, secret));
        } finally {
            secret.ifPresent(NewSecret::close);
        }
    }

    @DELETE
    @Needs("vault.account.change")
    @Path("/{id}/")
    public void remove(@PathParam("id") String id) {
        accounts.remove(caller.get(), AccountId.parse(id));
    }

    private Response answer(Account account) {
        return Versions.tagged(seen(account), Math.toIntExact(account.revision()));
    }

    private AccountView seen(Account account) {
        return AccountView.from(
                account,
                assets.find(caller.get(), account.asset()).map(Asset::name).orElse(""));
    }
}
