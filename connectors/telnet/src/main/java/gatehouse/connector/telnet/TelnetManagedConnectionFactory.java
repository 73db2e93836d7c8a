package gatehouse.connector.telnet;

import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.kernel.ProblemException;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.util.Set;
import javax.security.auth.Subject;

/** Makes wires to targets. None is ever matched again: a wire serves one session and dies with it. */
@ConnectionDefinition(
        connectionFactory = TerminalConnectionFactory.class,
        connectionFactoryImpl = TelnetConnector.class,
        connection = TerminalConnection.class,
        connectionImpl = TelnetTerminal.class)
public class TelnetManagedConnectionFactory implements ManagedConnectionFactory, ResourceAdapterAssociation {
    private static final long serialVersionUID = 1L;

    private transient TelnetResourceAdapter adapter;
    private transient PrintWriter logWriter;

    @Override
    public Object createConnectionFactory(ConnectionManager manager) {
        return new TelnetConnector(this, manager);
    }

    @Override
    public Object createConnectionFactory() throws ResourceException {
        throw new NotSupportedException("only inside a container");
    }

    @Override
    public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo request)
            throws ResourceException {
        if (!(request instanceof TelnetTarget ours)) {
            throw new NotSupportedException("not a request for a telnet wire");
        }
        try {
            return new TelnetManagedConnection(ours, adapter.dialler().dial(ours.target()));
        } catch (ProblemException problem) {
            throw new ResourceException(problem.codeName(), problem);
        }
    }

    @Override
    public ManagedConnection matchManagedConnections(
            @SuppressWarnings("rawtypes") Set connections, Subject subject, ConnectionRequestInfo request) {
        return null;
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter value) {
        this.adapter = (TelnetResourceAdapter) value;
    }

    @Override
    public void setLogWriter(PrintWriter value) {
        this.logWriter = value;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
