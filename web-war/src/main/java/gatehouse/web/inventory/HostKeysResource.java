package gatehouse.web.inventory;

import gatehouse.inventory.boundary.Assets;
import gatehouse.inventory.boundary.HostKeys;
import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.HostKey;
import gatehouse.inventory.entity.HostKeyId;
import gatehouse.kernel.Page;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Given;
import gatehouse.web.Needs;
import gatehouse.web.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The host keys that assets have shown. Sorts by host, firstSeenAt, lastSeenAt, state. */
@Needs("inventory.host-key.view")
@Path("/assets/host-keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HostKeysResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private HostKeys keys;

    @Inject
    private Assets assets;

    @GET
    public Page<HostKeyView> list(
            @BeanParam PageParameters page, @QueryParam("asset") String asset, @QueryParam("state") String state) {
        return keys.list(
                        caller.get(),
                        Given.parameter(asset, AssetId::parse),
                        Given.parameter(state, word -> Given.word(HostKey.State.class, "state", word)),
                        page.toRequest())
                .map(this::view);
    }

    @GET
    @Path("/{id}/")
    public HostKeyView view(@PathParam("id") String id) {
        return view(keys.require(caller.get(), HostKeyId.parse(id)));
    }

    /** From now on this key is trusted; the one before it of the same type no more. */
    @POST
    @Needs("inventory.host-key.accept")
    @Path("/{id}/accept/")
    public HostKeyView accept(@PathParam("id") String id) {
        return view(keys.accept(caller.get(), HostKeyId.parse(id)));
    }

    @POST
    @Needs("inventory.host-key.accept")
    @Path("/{id}/reject/")
    public HostKeyView reject(@PathParam("id") String id) {
        return view(keys.reject(caller.get(), HostKeyId.parse(id)));
    }

    /** Forgets the key, as if the machine had never shown it. */
    @DELETE
    @Needs("inventory.host-key.accept")
    @Path("/{id}/")
    public void forget(@PathParam("id") String id) {
        keys.forget(caller.get(), HostKeyId.parse(id));
    }

    private HostKeyView view(HostKey key) {
        return HostKeyView.from(
                key, assets.find(caller.get(), key.asset()).map(Asset::name).orElse(""));
    }
}
