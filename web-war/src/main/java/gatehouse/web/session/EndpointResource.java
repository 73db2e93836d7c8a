package gatehouse.web.session;

import gatehouse.session.entity.ClientEndpoint;
import gatehouse.setting.boundary.Settings;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** Where native clients connect to: for the ready commands that people copy. */
@Path("/terminal/endpoint")
@Produces(MediaType.APPLICATION_JSON)
public class EndpointResource {
    @Inject
    private Settings settings;

    @Context
    private UriInfo request;

    public record EndpointView(String host, int sshPort) {}

    @GET
    public EndpointView get() {
        ClientEndpoint endpoint =
                settings.get(ClientEndpoint.class).seenFrom(request.getBaseUri().getHost());
        return new EndpointView(endpoint.host(), endpoint.sshPort());
    }
}
