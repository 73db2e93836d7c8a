package gatehouse.web.inventory;

import gatehouse.inventory.boundary.Nodes;
import gatehouse.inventory.entity.Node;
import gatehouse.inventory.entity.NodeCount;
import gatehouse.inventory.entity.NodeId;
import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.Page;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Given;
import gatehouse.web.Idempotent;
import gatehouse.web.Needs;
import gatehouse.web.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The asset tree. */
@Needs("inventory.asset.view")
@Path("/assets/nodes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NodesResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private Nodes nodes;

    /** The whole tree, parents first; with {@code parent} its children, with {@code search} the nodes of that name. */
    @GET
    public Page<NodeView> list(@BeanParam PageParameters page, @QueryParam("parent") String parent) {
        List<NodeCount> found = found(page, parent);
        return new Page<>(
                found.stream()
                        .skip(page.toRequest().offset())
                        .limit(page.toRequest().limit())
                        .map(NodeView::from)
                        .toList(),
                found.size());
    }

    private List<NodeCount> found(PageParameters page, String parent) {
        if (parent != null) {
            return nodes.children(caller.get(), NodeId.parse(parent));
        }
        String search = page.toRequest().search();
        return search.isBlank()
                ? nodes.all(caller.get())
                : nodes.search(caller.get(), search, page.toRequest().limit());
    }

    @POST
    @Idempotent
    @Parameter(ref = "IdempotencyKey")
    @Needs("inventory.node.change")
    @APIResponseSchema(value = NodeView.class, responseCode = "201")
    public Response create(NewNode body) {
        NodeId parent = FieldChecks.about("parent", () -> Given.member(body.parent(), NodeId::parse))
                .orElseGet(() -> nodes.root(caller.get()).id());
        Node made = nodes.create(caller.get(), parent, body.name());
        return Response.created(URI.create(made.id() + "/"))
                .entity(NodeView.from(nodes.view(caller.get(), made.id())))
                .build();
    }

    @GET
    @Path("/{id}/")
    public NodeView view(@PathParam("id") String id) {
        return NodeView.from(nodes.view(caller.get(), NodeId.parse(id)));
    }

    /** Renames or moves a node; everything below it moves along. */
    @PATCH
    @Needs("inventory.node.change")
    @Path("/{id}/")
    public NodeView change(@PathParam("id") String id, NodePatch body) {
        NodeId node = NodeId.parse(id);
        body.name().ifPresent(name -> nodes.rename(caller.get(), node, name));
        FieldChecks.about("parent", () -> Given.member(body.parent(), NodeId::parse))
                .ifPresent(parent -> nodes.move(caller.get(), node, parent));
        return NodeView.from(nodes.view(caller.get(), node));
    }

    /** Only an empty node can be deleted. */
    @DELETE
    @Needs("inventory.node.change")
    @Path("/{id}/")
    public void remove(@PathParam("id") String id) {
        nodes.remove(caller.get(), NodeId.parse(id));
    }
}
