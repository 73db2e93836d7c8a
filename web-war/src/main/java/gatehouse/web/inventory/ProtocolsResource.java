package gatehouse.web.inventory;

import gatehouse.connector.spi.protocol.Protocols;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.kernel.Page;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What the connectors of this Gatehouse speak, by name. */
@Path("/assets/protocols")
@Produces(MediaType.APPLICATION_JSON)
public class ProtocolsResource {
    private final Protocols protocols = KnownProtocols.all();

    @GET
    public Page<ProtocolView> list() {
        List<ProtocolView> all =
                protocols.all().stream().map(ProtocolView::from).toList();
        return new Page<>(all, all.size());
    }
}
