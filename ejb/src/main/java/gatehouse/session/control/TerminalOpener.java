package gatehouse.session.control;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.Caller;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.SessionOrigin;
import java.util.concurrent.CompletionStage;

/** Opens sessions; {@code boundary.SessionOpener} is the one implementation, a port so that the menu need not see the boundary. */
public interface TerminalOpener {
    /**
     * Decides, records, connects and relays. Failure: a {@link gatehouse.kernel.ProblemException} whose detail is for the person;
     * nothing is delivered to {@code output} then.
     *
     * @param output gets everything until its {@code closed}
     */
    CompletionStage<TerminalInput> openTerminal(
            Caller caller, SessionOrigin origin, ConnectRequest request, TerminalOutput output);
}
