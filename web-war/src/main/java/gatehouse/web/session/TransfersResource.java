package gatehouse.web.session;

import gatehouse.kernel.Page;
import gatehouse.session.boundary.Transfers;
import gatehouse.session.entity.TransferId;
import gatehouse.web.CurrentCaller;
import gatehouse.web.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Files that went through sessions. Sorts by at, path, bytes, username, asset, operation, result. */
@Path("/terminal/transfers")
@Produces(MediaType.APPLICATION_JSON)
public class TransfersResource {
    @Inject
    private Transfers transfers;

    @Inject
    private CurrentCaller caller;

    @GET
    public Page<TransferView> list(@BeanParam PageParameters page, @BeanParam TransferQuery query) {
        return transfers.list(caller.get(), query.toFilter(), page.toRequest()).map(TransferView::from);
    }

    @GET
    @Path("/{id}/")
    public TransferView view(@PathParam("id") String id) {
        return TransferView.from(transfers.require(caller.get(), TransferId.parse(id)));
    }
}
