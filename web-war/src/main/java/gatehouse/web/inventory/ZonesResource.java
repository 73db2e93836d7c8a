package gatehouse.web.inventory;

import gatehouse.inventory.boundary.Zones;
import gatehouse.inventory.entity.Zone;
import gatehouse.inventory.entity.ZoneId;
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

/** Zones: networks that are reached through gateways, possibly one behind the other. */
@Needs("inventory.asset.view")
@Path("/assets/zones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ZonesResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private Zones zones;

    @GET
    public Page<ZoneView> list(@BeanParam PageParameters page) {
        return zones.list(caller.get(), page.toRequest()).map(ZoneView::from);
    }

    @POST
    @Idempotent
    @Parameter(ref = "IdempotencyKey")
    @Needs("inventory.zone.change")
    @APIResponseSchema(value = ZoneView.class, responseCode = "201")
    public Response create(NewZone body) {
        Zone zone = zones.create(caller.get(), body.details());
        return Response.created(URI.create(zone.id() + "/"))
                .entity(ZoneView.from(zone))
                .build();
    }

    @GET
    @Path("/{id}/")
    @APIResponseSchema(ZoneView.class)
    public Response view(@PathParam("id") String id) {
        return answer(zones.require(caller.get(), ZoneId.parse(id)));
    }

    /**
     * Merge patch (RFC 7396). When somebody else changed the zone meanwhile, 412 with If-Match (since the version that it names), and 409
     * without it (during the request).
     */
    @PATCH
    @Needs("inventory.zone.change")
    @Path("/{id}/")
    @APIResponseSchema(ZoneView.class)
    public Response change(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonObject body) {
        ZoneId zone = ZoneId.parse(id);
        Zone before = zones.require(caller.get(), zone);
        NewZone after = MergePatch.apply(NewZone.class, NewZone.from(before.details()), body);
        return answer(zones.change(caller.get(), zone, after.details(), Versions.merged(ifMatch, before.revision())));
    }

    /** Only a zone without assets, gateways and zones behind it can be deleted. */
    @DELETE
    @Needs("inventory.zone.change")
    @Path("/{id}/")
    public void remove(@PathParam("id") String id) {
        zones.remove(caller.get(), ZoneId.parse(id));
    }

    private static Response answer(Zone zone) {
        return Versions.tagged(ZoneView.from(zone), Math.toIntExact(zone.revision()));
    }
}
