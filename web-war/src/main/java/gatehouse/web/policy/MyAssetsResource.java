package gatehouse.web.policy;

import gatehouse.inventory.boundary.Favourites;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.Category;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.Page;
import gatehouse.policy.boundary.Decisions;
import gatehouse.policy.entity.PolicyProblem;
import gatehouse.policy.entity.ReachFilter;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Given;
import gatehouse.web.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What the caller may connect to. Searches name, address, comment and labels; sorts by name, address, platform. */
@Path("/perms/users/self")
@Produces(MediaType.APPLICATION_JSON)
public class MyAssetsResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private Decisions decisions;

    @Inject
    private Favourites favourites;

    /** With {@code node}: those in it, and below it unless {@code below=false}. */
    @GET
    @Path("/assets/")
    public Page<ReachableAssetView> assets(
            @BeanParam PageParameters page,
            @QueryParam("node") String node,
            @QueryParam("below") @DefaultValue("true") boolean below,
            @QueryParam("category") String category,
            @QueryParam("protocol") String protocol) {
        ReachFilter filter = new ReachFilter(
                Given.parameter(node, NodeId::parse),
                below,
                Given.parameter(category, word -> Given.word(Category.class, "category", word)),
                Given.parameter(protocol, name -> name));
        return decisions.reachable(caller.get(), filter, page.toRequest()).map(ReachableAssetView::from);
    }

    @GET
    @Path("/assets/{id}/")
    public ReachableAssetView asset(@PathParam("id") String id) {
        return decisions
                .find(caller.get(), AssetId.parse(id))
                .map(ReachableAssetView::from)
                .orElseThrow(() -> PolicyProblem.ASSET_NOT_REACHABLE.problem("there is no such asset for you"));
    }

    /** Favourites that can still be reached, newest first. */
    @GET
    @Path("/favorite-assets/")
    public Page<ReachableAssetView> favourites() {
        List<ReachableAssetView> found = favourites.list(caller.get()).stream()
                .flatMap(asset -> decisions.find(caller.get(), asset).stream())
                .map(ReachableAssetView::from)
                .toList();
        return new Page<>(found, found.size());
    }

    /** For the usual protocol when none is named. Accounts by name; logins that are typed come last. */
    @GET
    @Path("/assets/{id}/accounts/")
    public Page<ReachableAccountView> accounts(@PathParam("id") String id, @QueryParam("protocol") String protocol) {
        String wanted = Given.parameter(protocol, name -> name)
                .orElseGet(KnownProtocols.all().usual()::name);
        List<ReachableAccountView> found = decisions.accounts(caller.get(), AssetId.parse(id), wanted).stream()
                .map(ReachableAccountView::from)
                .toList();
        return new Page<>(found, found.size());
    }

    /** Children of {@code parent} that hold something reachable; without it, the root. */
    @GET
    @Path("/nodes/")
    public Page<ReachableNodeView> nodes(@QueryParam("parent") String parent) {
        List<ReachableNodeView> found =
                decisions.children(caller.get(), Given.parameter(parent, NodeId::parse)).stream()
                        .map(ReachableNodeView::from)
                        .toList();
        return new Page<>(found, found.size());
    }
}
