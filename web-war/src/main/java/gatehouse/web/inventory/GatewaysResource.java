package gatehouse.web.inventory;

import gatehouse.inventory.boundary.Assets;
import gatehouse.inventory.boundary.Gateways;
import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.Gateway;
import gatehouse.inventory.entity.GatewayId;
import gatehouse.inventory.entity.ZoneId;
import gatehouse.kernel.Page;
import gatehouse.session.boundary.GatewayTests;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Given;
import gatehouse.web.Idempotent;
import gatehouse.web.MergePatch;
import gatehouse.web.Needs;
import gatehouse.web.Versions;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Gateways: SSH machines through which the assets of a zone are reached. Listed in the order in which they are tried. */
@Needs("inventory.asset.view")
@Path("/assets/gateways")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GatewaysResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private Gateways gateways;

    @Inject
    private GatewayTests tests;

    @Inject
    private Assets assets;

    @GET
    public Page<GatewayView> list(@QueryParam("zone") String zone) {
        List<GatewayView> found = gateways.list(caller.get(), Given.parameter(zone, ZoneId::parse)).stream()
                .map(this::view)
                .toList();
        return new Page<>(found, found.size());
    }

    @POST
    @Idempotent
    @Parameter(ref = "IdempotencyKey")
    @Needs("inventory.zone.change")
    @APIResponseSchema(value = GatewayView.class, responseCode = "201")
    public Response create(NewGateway body) {
        Gateway gateway = gateways.create(caller.get(), body.details());
        return Response.created(URI.create(gateway.id() + "/"))
                .entity(view(gateway))
                .build();
    }

    @GET
    @Path("/{id}/")
    @APIResponseSchema(GatewayView.class)
    public Response view(@PathParam("id") String id) {
        return answer(gateways.require(caller.get(), GatewayId.parse(id)));
    }

    /**
     * Merge patch (RFC 7396). When somebody else changed the gateway meanwhile, 412 with If-Match (since the version that it names), and 409
     * without it (during the request).
     */
    @PATCH
    @Needs("inventory.zone.change")
    @Path("/{id}/")
    @APIResponseSchema(GatewayView.class)
    public Response change(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonObject body) {
        GatewayId gateway = GatewayId.parse(id);
        Gateway before = gateways.require(caller.get(), gateway);
        NewGateway after = MergePatch.apply(NewGateway.class, NewGateway.from(before.details()), body);
        return answer(
                gateways.change(caller.get(), gateway, after.details(), Versions.merged(ifMatch, before.revision())));
    }

    @DELETE
    @Needs("inventory.zone.change")
    @Path("/{id}/")
    public void remove(@PathParam("id") String id) {
        gateways.remove(caller.get(), GatewayId.parse(id));
    }

    /** Looks now whether it answers and shows the known host key, and answers with what was found. Waits up to 10 seconds, for one behind other zones longer. */
    @POST
    @Needs("inventory.zone.change")
    @Path("/{id}/test/")
    public GatewayView test(@PathParam("id") String id) {
        return view(tests.test(caller.get(), GatewayId.parse(id)));
    }

    private Response answer(Gateway gateway) {
        return Versions.tagged(view(gateway), Math.toIntExact(gateway.revision()));
    }

    private GatewayView view(Gateway gateway) {
        return GatewayView.from(
                gateway,
                assets.find(caller.get(), gateway.asset()).map(Asset::name).orElse(""));
    }
}
