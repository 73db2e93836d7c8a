package gatehouse.session.control.files;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.Caller;
import gatehouse.policy.boundary.Decisions;
import gatehouse.session.control.TerminalOpener;
import gatehouse.session.control.opening.Destinations;
import gatehouse.session.entity.SessionOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Serves people who came with a file client and named no target. Each target that they walk into is a session of its own. */
@ApplicationScoped
public class FileTrees {
    @Inject
    private FileProtocols protocols;

    @Inject
    private Decisions decisions;

    @Inject
    private Destinations destinations;

    /** Who walks the tree. */
    public record Walker(Supplier<Caller> caller, SessionOrigin origin) {}

    /**
     * @param subsystem that the client asked for
     * @param work for what waits
     * @throws gatehouse.kernel.ProblemException {@code PROTOCOL_UNSUPPORTED} for a subsystem that carries no files
     */
    public TerminalInput serve(
            Walker walker, String subsystem, TerminalOutput client, TerminalOpener opener, Executor work) {
        ReachTree tree = new ReachTree(
                walker.caller(),
                decisions,
                destinations,
                (request, output) -> opener.openTerminal(walker.caller().get(), walker.origin(), request, output),
                work);
        return protocols.require(subsystem).serve(tree, client);
    }
}
