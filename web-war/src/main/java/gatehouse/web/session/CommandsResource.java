package gatehouse.web.session;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Page;
import gatehouse.kernel.UserId;
import gatehouse.session.boundary.Commands;
import gatehouse.session.entity.CommandFilter;
import gatehouse.session.entity.CommandId;
import gatehouse.session.entity.CommandRisk;
import gatehouse.session.entity.SessionId;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Given;
import gatehouse.web.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What was typed in shells and given to execs. */
@Path("/terminal/commands")
@Produces(MediaType.APPLICATION_JSON)
public class CommandsResource {
    @Inject
    private Commands commands;

    @Inject
    private CurrentCaller caller;

    /** Parameters that narrow the list; times are ISO 8601, {@code until} is exclusive. */
    public static class Narrowing {
        @QueryParam("session")
        private String session;

        @QueryParam("user")
        private String user;

        @QueryParam("asset")
        private String asset;

        @QueryParam("risk")
        private String risk;

        @QueryParam("from")
        private String from;

        @QueryParam("until")
        private String until;

        CommandFilter toFilter() {
            return new CommandFilter(
                    Given.parameter(session, SessionId::parse),
                    Given.parameter(user, UserId::parse),
                    Given.parameter(asset, AssetId::parse),
                    Given.parameter(risk, Narrowing::risk),
                    Given.parameter(from, Given::instant),
                    Given.parameter(until, Given::instant));
        }

        private static CommandRisk risk(String name) {
            return Given.word(CommandRisk.class, "risk", name);
        }
    }

    /** Newest first; {@code search} looks into commands, their output's beginning and names. */
    @GET
    public Page<CommandView> list(@BeanParam PageParameters page, @BeanParam Narrowing narrowing) {
        return commands.list(caller.get(), narrowing.toFilter(), page.toRequest())
                .map(CommandView::from);
    }

    @GET
    @Path("/{id}")
    public CommandView get(@PathParam("id") String id) {
        return CommandView.from(commands.require(caller.get(), CommandId.parse(id)));
    }
}
