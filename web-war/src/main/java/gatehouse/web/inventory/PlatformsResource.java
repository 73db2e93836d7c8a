package gatehouse.web.inventory;

import gatehouse.inventory.boundary.Platforms;
import gatehouse.inventory.entity.Platform;
import gatehouse.inventory.entity.PlatformId;
import gatehouse.kernel.Page;
import gatehouse.web.CurrentCaller;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Platforms: what kinds of assets there are. Built-in ones come first and cannot be changed. */
@Path("/assets/platforms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlatformsResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private Platforms platforms;

    @GET
    public Page<PlatformView> list(@BeanParam PageParameters page) {
        return platforms.list(caller.get(), page.toRequest()).map(PlatformView::from);
    }

    @POST
    @Idempotent
    @Parameter(ref = "IdempotencyKey")
    @Needs("inventory.platform.change")
    @APIResponseSchema(value = PlatformView.class, responseCode = "201")
    public Response create(NewPlatform body) {
        Platform platform = platforms.create(caller.get(), body.details());
        return Response.created(URI.create(platform.id() + "/"))
                .entity(PlatformView.from(platform))
                .build();
    }

    @GET
    @Path("/{id}/")
    @APIResponseSchema(PlatformView.class)
    public Response view(@PathParam("id") String id) {
        return answer(platforms.require(caller.get(), PlatformId.parse(id)));
    }

    /**
     * Merge patch (RFC 7396). When somebody else changed the platform meanwhile, 412 with If-Match (since the version that it names), and 409
     * without it (during the request).
     */
    @PATCH
    @Needs("inventory.platform.change")
    @Path("/{id}/")
    @APIResponseSchema(PlatformView.class)
    public Response change(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonObject body) {
        PlatformId platform = PlatformId.parse(id);
        Platform before = platforms.require(caller.get(), platform);
        NewPlatform after = MergePatch.apply(NewPlatform.class, NewPlatform.from(before.details()), body);
        return answer(
                platforms.change(caller.get(), platform, after.details(), Versions.merged(ifMatch, before.revision())));
    }

    @DELETE
    @Needs("inventory.platform.change")
    @Path("/{id}/")
    public void remove(@PathParam("id") String id) {
        platforms.remove(caller.get(), PlatformId.parse(id));
    }

    private static Response answer(Platform platform) {
        return Versions.tagged(PlatformView.from(platform), Math.toIntExact(platform.revision()));
    }
}
