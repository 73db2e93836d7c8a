package gatehouse.web.policy;

import gatehouse.identity.entity.GroupId;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.Page;
import gatehouse.kernel.UserId;
import gatehouse.policy.boundary.Permissions;
import gatehouse.policy.entity.AssetPermission;
import gatehouse.policy.entity.PermissionFilter;
import gatehouse.policy.entity.PermissionId;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Given;
import gatehouse.web.Idempotent;
import gatehouse.web.LongBody;
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

/** Asset permissions: who may do what with which accounts on which assets. Sorts by name, active, from, until, createdAt, updatedAt. */
@Needs("policy.permission.view")
@Path("/perms/asset-permissions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AssetPermissionsResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private Permissions permissions;

    /**
     * With {@code user}, {@code group}, {@code asset} or {@code node}: those that name it directly.
     *
     * @param endsBefore those that have not ended, but will before this; ISO 8601
     */
    @GET
    public Page<PermissionView> list(
            @BeanParam PageParameters page,
            @QueryParam("user") String user,
            @QueryParam("group") String group,
            @QueryParam("asset") String asset,
            @QueryParam("node") String node,
            @QueryParam("endsBefore") String endsBefore) {
        PermissionFilter filter = new PermissionFilter(
                Given.parameter(user, UserId::parse),
                Given.parameter(group, GroupId::parse),
                Given.parameter(asset, AssetId::parse),
                Given.parameter(node, NodeId::parse),
                Given.parameter(endsBefore, Given::instant));
        return permissions.list(caller.get(), filter, page.toRequest()).map(PermissionView::from);
    }

    @POST
    @Idempotent
    @Parameter(ref = "IdempotencyKey")
    @LongBody
    @Needs("policy.permission.change")
    @APIResponseSchema(value = PermissionView.class, responseCode = "201")
    public Response create(NewPermission body) {
        AssetPermission permission = permissions.create(caller.get(), body.details());
        return Response.created(URI.create(permission.id() + "/"))
                .entity(PermissionView.from(permission))
                .build();
    }

    @GET
    @Path("/{id}/")
    @APIResponseSchema(PermissionView.class)
    public Response view(@PathParam("id") String id) {
        return answer(permissions.require(caller.get(), PermissionId.parse(id)));
    }

    /**
     * Merge patch (RFC 7396). When somebody else changed the permission meanwhile, 412 with If-Match (since the version that it names), and 409
     * without it (during the request).
     */
    @PATCH
    @LongBody
    @Needs("policy.permission.change")
    @Path("/{id}/")
    @APIResponseSchema(PermissionView.class)
    public Response change(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonObject body) {
        PermissionId permission = PermissionId.parse(id);
        AssetPermission before = permissions.require(caller.get(), permission);
        NewPermission after = MergePatch.apply(NewPermission.class, NewPermission.from(before.details()), body);
        return answer(permissions.change(
                caller.get(), permission, after.details(), Optional.of(Versions.merged(ifMatch, before.revision()))));
    }

    @DELETE
    @Needs("policy.permission.change")
    @Path("/{id}/")
    public void remove(@PathParam("id") String id) {
        permissions.remove(caller.get(), PermissionId.parse(id));
    }

    private static Response answer(AssetPermission permission) {
        return Versions.tagged(PermissionView.from(permission), Math.toIntExact(permission.revision()));
    }
}
