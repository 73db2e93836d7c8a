package gatehouse.web.identity;

import gatehouse.access.boundary.SignInBars;
import gatehouse.access.entity.SignInBar;
import gatehouse.identity.boundary.Groups;
import gatehouse.identity.boundary.UserForms;
import gatehouse.identity.boundary.Users;
import gatehouse.identity.entity.BuiltInRole;
import gatehouse.identity.entity.GroupId;
import gatehouse.identity.entity.RoleId;
import gatehouse.identity.entity.User;
import gatehouse.identity.entity.UserProfile;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Idempotent;
import gatehouse.web.Members;
import gatehouse.web.Needs;
import gatehouse.web.PageParameters;
import gatehouse.web.Versions;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Users as administrators keep them. */
@Needs("identity.user.view")
@Path("/users/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UsersResource {
    @Inject
    private Users users;

    @Inject
    private UserForms forms;

    @Inject
    private Groups groups;

    @Inject
    private SignInBars bars;

    @Inject
    private CurrentCaller caller;

    @GET
    public Page<UserView> list(@BeanParam PageParameters page) {
        Page<User> found = users.list(caller.get(), page.toRequest());
        Map<String, List<SignInBar>> barred = bars.of(caller.get(), found.items());
        return found.map(user -> view(user, barred));
    }

    /** @return with an {@code ETag}, which a later change may send back as {@code If-Match} */
    @GET
    @Path("/{id}/")
    @APIResponseSchema(UserView.class)
    public Response get(@PathParam("id") String id) {
        User user = users.require(caller.get(), UserId.parse(id));
        return Versions.tagged(view(user), user.version());
    }

    @POST
    @Idempotent
    @Parameter(ref = "IdempotencyKey")
    @Needs("identity.user.change")
    @APIResponseSchema(value = UserView.class, responseCode = "201")
    public Response create(NewUser wanted) {
        Caller by = caller.get();
        UserProfile profile = new UserProfile(
                wanted.username(),
                wanted.name(),
                wanted.email().orElse(""),
                wanted.locale().orElse(""),
                wanted.active().orElse(true),
                wanted.expiresAt(),
                roles(wanted.roles()));
        User user = forms.create(by, profile, belongings(wanted.password(), wanted.groups()));
        return Response.status(Response.Status.CREATED).entity(view(user)).build();
    }

    @PATCH
    @Needs("identity.user.change")
    @Path("/{id}/")
    public UserView change(@PathParam("id") String id, @HeaderParam("If-Match") String tag, UserPatch patch) {
        return view(forms.change(
                caller.get(),
                UserId.parse(id),
                Versions.wanted(tag),
                patch::applyTo,
                belongings(patch.password(), patch.groups())));
    }

    @DELETE
    @Needs("identity.user.change")
    @Path("/{id}/")
    public void delete(@PathParam("id") String id) {
        users.delete(caller.get(), UserId.parse(id));
    }

    /** For somebody who lost their second factor. */
    @DELETE
    @Needs("identity.user.change")
    @Path("/{id}/totp/")
    public void removeTotp(@PathParam("id") String id) {
        users.removeTotp(caller.get(), UserId.parse(id));
    }

    /** For somebody who is barred after wrong passwords: lets them try again at once, from everywhere. */
    @POST
    @Needs("identity.user.change")
    @Path("/{id}/lift-bars/")
    public void liftBars(@PathParam("id") String id) {
        bars.lift(caller.get(), UserId.parse(id));
    }

    private UserView view(User user) {
        return view(user, bars.of(caller.get(), List.of(user)));
    }

    private UserView view(User user, Map<String, List<SignInBar>> barred) {
        Caller by = caller.get();
        return UserView.from(
                user,
                groups.of(by, user.id()),
                users.totpEnrolled(by, user.id()),
                barred.getOrDefault(user.username(), List.of()));
    }

    private static Set<RoleId> roles(List<BuiltInRole> names) {
        return names.stream().map(BuiltInRole::id).collect(Collectors.toUnmodifiableSet());
    }

    private static UserForms.Belongings belongings(Optional<String> password, Optional<List<String>> groups) {
        return new UserForms.Belongings(password.map(Secret::ofString), groups.map(UsersResource::groups));
    }

    private static Set<GroupId> groups(List<String> ids) {
        Members members = new Members();
        Set<GroupId> read = members.set("groups", Optional.of(ids), GroupId::parse);
        return members.whole(() -> read);
    }
}
