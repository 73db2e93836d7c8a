package gatehouse.connector.telnet;

import gatehouse.connector.spi.jca.WireConnector;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.kernel.ProblemException;
import jakarta.resource.spi.ConnectionManager;

/** Connection factory; in JNDI {@code java:/gatehouse/connector/telnet}. */
public class TelnetConnector extends WireConnector implements TerminalConnectionFactory {
    private static final long serialVersionUID = 1L;

    TelnetConnector(TelnetManagedConnectionFactory factory, ConnectionManager manager) {
        super(factory, manager);
    }

    @Override
    public TerminalConnection connect(OutboundTarget target) {
        return (TelnetTerminal) allocate(new TelnetTarget(target));
    }

    @Override
    protected ProblemException unavailable(String detail, Throwable cause) {
        return TelnetProblem.UNAVAILABLE.problem(detail, cause);
    }
}
