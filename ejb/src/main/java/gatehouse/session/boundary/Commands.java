package gatehouse.session.boundary;

import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.session.control.command.CommandRows;
import gatehouse.session.entity.Command;
import gatehouse.session.entity.CommandFilter;
import gatehouse.session.entity.CommandId;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.SessionRight;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** What was typed in shells and given to execs. Everybody sees their own; others' need {@link SessionRight#COMMAND_VIEW}. */
@Stateless
public class Commands {
    @Inject
    private CommandRows rows;

    /** Newest first; searches commands, their output's beginning and names. */
    public Page<Command> list(Caller caller, CommandFilter filter, PageRequest request) {
        return rows.page(caller.scope(), visibleTo(caller, filter), request);
    }

    public Command require(Caller caller, CommandId id) {
        return rows.find(caller.scope(), id)
                .filter(command -> command.user().equals(caller.user()) || caller.may(SessionRight.COMMAND_VIEW))
                .orElseThrow(() -> SessionProblem.COMMAND_UNKNOWN.problem("there is no such command"));
    }

    private static CommandFilter visibleTo(Caller caller, CommandFilter filter) {
        if (caller.may(SessionRight.COMMAND_VIEW)) {
            return filter;
        }
        filter.user()
                .filter(user -> !user.equals(caller.user()))
                .ifPresent(_ -> caller.require(SessionRight.COMMAND_VIEW));
        return filter.ofUser(caller.user());
    }
}
