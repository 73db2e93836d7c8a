package gatehouse.inventory.boundary;

import gatehouse.inventory.entity.Platform;
import gatehouse.inventory.entity.PlatformId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import jakarta.ejb.Stateless;

/** Kinds of assets: those that come with Gatehouse and those of the caller's organisation. */
@Stateless
public class Platforms {
    public Page<Platform> list(Caller caller, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    /** @throws gatehouse.kernel.ProblemException {@code PLATFORM_MISSING} */
    public Platform require(Caller caller, PlatformId id) {
        throw new UnsupportedOperationException();
    }
}
