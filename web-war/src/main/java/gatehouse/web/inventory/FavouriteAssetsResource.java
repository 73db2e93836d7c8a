package gatehouse.web.inventory;

import gatehouse.inventory.boundary.Favourites;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Page;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Idempotent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** One's own favourite assets, newest first. */
@Path("/assets/favorite-assets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FavouriteAssetsResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private Favourites favourites;

    @GET
    public Page<FavouriteAsset> list() {
        List<FavouriteAsset> found = favourites.list(caller.get()).stream()
                .map(asset -> new FavouriteAsset(asset.toString()))
                .toList();
        return new Page<>(found, found.size());
    }

    /** Twice is once. */
    @POST
    @Idempotent
    @Parameter(ref = "IdempotencyKey")
    public void add(FavouriteAsset body) {
        favourites.add(caller.get(), AssetId.parse(body.asset()));
    }

    @DELETE
    @Path("/{asset}/")
    public void remove(@PathParam("asset") String asset) {
        favourites.remove(caller.get(), AssetId.parse(asset));
    }
}
