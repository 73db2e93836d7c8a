package gatehouse.inventory.boundary;

import gatehouse.inventory.control.AssetRows;
import gatehouse.inventory.control.FavouriteRows;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.Favourite;
import gatehouse.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The caller's own favourites: names only; what may be reached is asked elsewhere. */
@Stateless
public class Favourites {
    @Inject
    private FavouriteRows rows;

    @Inject
    private AssetRows assets;

    /** Newest first. */
    public List<AssetId> list(Caller caller) {
        return rows.of(caller.scope(), caller.user()).stream()
                .map(Favourite::asset)
                .toList();
    }

    /** Twice is once. @throws gatehouse.kernel.ProblemException {@code ASSET_MISSING} */
    public void add(Caller caller, AssetId asset) {
        assets.require(caller.scope(), asset);
        rows.add(caller.scope(), caller.user(), asset);
    }

    public void remove(Caller caller, AssetId asset) {
        rows.remove(caller.scope(), caller.user(), asset);
    }
}
