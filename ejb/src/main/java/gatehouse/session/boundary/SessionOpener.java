package gatehouse.session.boundary;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Work;
import gatehouse.session.control.TerminalOpener;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.SessionOrigin;
import jakarta.annotation.Resource;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** The one door through which sessions are opened, whatever client they come from. */
@Stateless
@LocalBean
@Local(TerminalOpener.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionOpener implements TerminalOpener {
    @Resource
    private ContextService contexts;

    @Inject
    private Opening opening;

    @Override
    public CompletionStage<TerminalInput> openTerminal(
            Caller caller, SessionOrigin origin, ConnectRequest request, TerminalOutput output) {
        return open(caller, origin, request, output).thenApply(OpenedTerminal::input);
    }

    /** The same, and what came of it, for clients that show it. */
    public CompletionStage<OpenedTerminal> open(
            Caller caller, SessionOrigin origin, ConnectRequest request, TerminalOutput output) {
        Work work = new Work("session", contexts);
        return work.supply(() -> opening.open(caller, origin, request, output, work));
    }
}
