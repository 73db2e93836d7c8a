package gatehouse.web.session;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Page;
import gatehouse.kernel.UserId;
import gatehouse.session.boundary.Tunnels;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.TunnelFilter;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Given;
import gatehouse.web.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/**
 * Connections that were forwarded through sessions. Sorts by startedAt, host, username, assetName, sentBytes, receivedBytes. Those
 * that are open count in the traffic of their session, whose kind is TUNNEL.
 */
@Path("/terminal/tunnels")
@Produces(MediaType.APPLICATION_JSON)
public class TunnelsResource {
    @Inject
    private Tunnels tunnels;

    @Inject
    private CurrentCaller caller;

    /** Which ones; taken by {@code @BeanParam}. */
    public static class TunnelQuery {
        @QueryParam("session")
        private String session;

        @QueryParam("user")
        private String user;

        @QueryParam("asset")
        private String asset;

        /** Inclusive, ISO 8601. */
        @QueryParam("from")
        private String from;

        /** Exclusive, ISO 8601. */
        @QueryParam("until")
        private String until;

        TunnelFilter toFilter() {
            return new TunnelFilter(
                    Given.parameter(session, SessionId::parse),
                    Given.parameter(user, UserId::parse),
                    Given.parameter(asset, AssetId::parse),
                    Given.parameter(from, Given::instant),
                    Given.parameter(until, Given::instant));
        }
    }

    @GET
    public Page<TunnelView> list(@BeanParam PageParameters page, @BeanParam TunnelQuery query) {
        return tunnels.list(caller.get(), query.toFilter(), page.toRequest()).map(TunnelView::from);
    }
}
