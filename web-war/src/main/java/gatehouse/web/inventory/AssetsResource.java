package gatehouse.web.inventory;

import gatehouse.inventory.boundary.Assets;
import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.AssetFilter;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.NodeId;
import gatehouse.inventory.entity.PlatformId;
import gatehouse.inventory.entity.ZoneId;
import gatehouse.kernel.Page;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Assets: machines, devices and services that people reach. Sorts by name, address, comment, active, createdAt, updatedAt. */
@Needs("inventory.asset.view")
@Path("/assets/assets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AssetsResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private Assets assets;

    @GET
    public Page<AssetView> list(@BeanParam PageParameters page, @BeanParam AssetQuery query) {
        AssetFilter filter = new AssetFilter(
                Given.parameter(query.node, NodeId::parse),
                Given.parameter(query.platform, PlatformId::parse),
                Given.parameter(query.zone, ZoneId::parse),
                Given.parameter(query.name, name -> name),
                Given.parameter(query.address, address -> address),
                Given.parameter(query.active, Boolean::valueOf));
        return assets.list(caller.get(), filter, page.toRequest()).map(AssetView::from);
    }

    @POST
    @Idempotent
    @Parameter(ref = "IdempotencyKey")
    @Needs("inventory.asset.change")
    @APIResponseSchema(value = AssetView.class, responseCode = "201")
    public Response create(NewAsset body) {
        Asset asset = assets.create(caller.get(), body.details());
        return Response.created(URI.create(asset.id() + "/"))
                .entity(AssetView.from(asset))
                .build();
    }

    @GET
    @Path("/{id}/")
    @APIResponseSchema(AssetView.class)
    public Response view(@PathParam("id") String id) {
        return answer(assets.view(caller.get(), AssetId.parse(id)));
    }

    /**
     * Merge patch (RFC 7396). When somebody else changed the asset meanwhile, 412 with If-Match (since the version that it names), and 409
     * without it (during the request).
     */
    @PATCH
    @Needs("inventory.asset.change")
    @Path("/{id}/")
    @APIResponseSchema(AssetView.class)
    public Response change(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonObject body) {
        AssetId asset = AssetId.parse(id);
        Asset before = assets.view(caller.get(), asset);
        NewAsset after = MergePatch.apply(NewAsset.class, NewAsset.from(before.details()), body);
        return answer(assets.change(
                caller.get(), asset, after.details(), Optional.of(Versions.merged(ifMatch, before.revision()))));
    }

    /** With its accounts, host keys and favourites. */
    @DELETE
    @Needs("inventory.asset.change")
    @Path("/{id}/")
    public void remove(@PathParam("id") String id) {
        assets.remove(caller.get(), AssetId.parse(id));
    }

    private static Response answer(Asset asset) {
        return Versions.tagged(AssetView.from(asset), Math.toIntExact(asset.revision()));
    }
}
