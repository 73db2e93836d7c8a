package gatehouse.web.identity;

import gatehouse.identity.boundary.Groups;
import gatehouse.identity.entity.Group;
import gatehouse.identity.entity.GroupId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.UserId;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Idempotent;
import gatehouse.web.LongBody;
import gatehouse.web.Members;
import gatehouse.web.Needs;
import gatehouse.web.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Groups of users. */
@Needs("identity.group.view")
@Path("/users/groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GroupsResource {
    @Inject
    private Groups groups;

    @Inject
    private CurrentCaller caller;

    /** @param users ids of the members */
    public record NewGroup(String name, Optional<String> comment, Optional<List<String>> users) {}

    /** @param users ids of all who are to be members; absent: they stay */
    public record GroupPatch(Optional<String> name, Optional<String> comment, Optional<List<String>> users) {}

    /** @param users ids of the members */
    public record GroupView(UUID id, String name, String comment, List<UUID> users) {}

    @GET
    public Page<GroupView> list(@BeanParam PageParameters page) {
        return groups.list(caller.get(), page.toRequest()).map(this::view);
    }

    @GET
    @Path("/{id}/")
    public GroupView get(@PathParam("id") String id) {
        return view(groups.require(caller.get(), GroupId.parse(id)));
    }

    @POST
    @Idempotent
    @Parameter(ref = "IdempotencyKey")
    @LongBody
    @Needs("identity.group.change")
    @APIResponseSchema(value = GroupView.class, responseCode = "201")
    public Response create(NewGroup wanted) {
        Group group = groups.create(
                caller.get(),
                wanted.name(),
                wanted.comment().orElse(""),
                users(wanted.users().orElse(List.of())));
        return Response.status(Response.Status.CREATED).entity(view(group)).build();
    }

    @PATCH
    @LongBody
    @Needs("identity.group.change")
    @Path("/{id}/")
    public GroupView change(@PathParam("id") String id, GroupPatch patch) {
        Caller by = caller.get();
        Group present = groups.require(by, GroupId.parse(id));
        Group changed = groups.change(
                by,
                present.id(),
                patch.name().orElse(present.name()),
                patch.comment().orElse(present.comment()));
        patch.users().ifPresent(ids -> groups.setMembers(by, present.id(), users(ids)));
        return view(changed);
    }

    @DELETE
    @Needs("identity.group.change")
    @Path("/{id}/")
    public void delete(@PathParam("id") String id) {
        groups.delete(caller.get(), GroupId.parse(id));
    }

    private GroupView view(Group group) {
        List<UUID> members = groups.members(caller.get(), group.id()).stream()
                .map(UserId::value)
                .sorted()
                .toList();
        return new GroupView(group.id().value(), group.name(), group.comment(), members);
    }

    private static Set<UserId> users(List<String> ids) {
        Members members = new Members();
        Set<UserId> read = members.set("users", Optional.of(ids), UserId::parse);
        return members.whole(() -> read);
    }
}
