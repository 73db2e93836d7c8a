package gatehouse.connector.telnet;

import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.kernel.ProblemException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import javax.naming.Reference;

/** Connection factory; in JNDI {@code java:/gatehouse/connector/telnet}. */
public class TelnetConnector implements TerminalConnectionFactory {
    private static final long serialVersionUID = 1L;

    private final transient TelnetManagedConnectionFactory factory;
    private final transient ConnectionManager manager;
    private transient Reference reference;

    TelnetConnector(TelnetManagedConnectionFactory factory, ConnectionManager manager) {
        this.factory = factory;
        this.manager = manager;
    }

    @Override
    public TerminalConnection connect(OutboundTarget target) {
        try {
            return (TerminalConnection) manager.allocateConnection(factory, new TelnetTarget(target));
        } catch (ResourceException failure) {
            throw problem(target, failure);
        }
    }

    /** The container wraps what {@code createManagedConnection} threw. */
    private static ProblemException problem(OutboundTarget target, ResourceException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return TelnetProblem.UNAVAILABLE.problem(
                "no connection to " + target.endpoint() + " can be opened now; the server's log says more", failure);
    }

    @Override
    public void setReference(Reference value) {
        this.reference = value;
    }

    @Override
    public Reference getReference() {
        return reference;
    }
}
