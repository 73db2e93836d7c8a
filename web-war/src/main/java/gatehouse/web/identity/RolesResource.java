package gatehouse.web.identity;

import gatehouse.identity.boundary.Roles;
import gatehouse.identity.entity.BuiltInRole;
import gatehouse.kernel.Page;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Needs;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** Roles and what they allow. */
@Needs("identity.role.view")
@Path("/users/roles")
@Produces(MediaType.APPLICATION_JSON)
public class RolesResource {
    @Inject
    private Roles roles;

    @Inject
    private CurrentCaller caller;

    /** @param rights codes */
    public record RoleView(UUID id, BuiltInRole name, List<String> rights) {}

    @GET
    public Page<RoleView> list() {
        List<RoleView> all = roles.list(caller.get()).entrySet().stream()
                .map(entry -> new RoleView(
                        entry.getKey().id().value(),
                        entry.getKey(),
                        entry.getValue().stream().sorted().toList()))
                .toList();
        return new Page<>(all, all.size());
    }
}
