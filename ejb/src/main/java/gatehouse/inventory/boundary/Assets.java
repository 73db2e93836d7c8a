package gatehouse.inventory.boundary;

import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.AssetDetails;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import jakarta.ejb.Stateless;
import java.util.Optional;

/** Assets of the caller's organisation. */
@Stateless
public class Assets {
    /** For administrators: searches name, address, comment and labels, whatever the case. */
    public Page<Asset> list(Caller caller, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    /** For work on behalf of a person who may already reach it: no right is asked. */
    public Optional<Asset> find(Caller caller, AssetId id) {
        throw new UnsupportedOperationException();
    }

    /** Like {@link #find}. @throws gatehouse.kernel.ProblemException {@code ASSET_MISSING} */
    public Asset require(Caller caller, AssetId id) {
        throw new UnsupportedOperationException();
    }

    public Asset create(Caller caller, AssetDetails details) {
        throw new UnsupportedOperationException();
    }
}
