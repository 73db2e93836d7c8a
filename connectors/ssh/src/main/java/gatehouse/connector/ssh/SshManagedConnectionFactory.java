package gatehouse.connector.ssh;

import gatehouse.connector.spi.jca.WireHandle;
import gatehouse.connector.spi.jca.WirePlace;
import gatehouse.connector.spi.jca.WirePlaces;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.connector.ssh.outbound.Dialler;
import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;

/** Makes places for SSH wires. */
@ConnectionDefinition(
        connectionFactory = TerminalConnectionFactory.class,
        connectionFactoryImpl = SshConnector.class,
        connection = TerminalConnection.class,
        connectionImpl = SshTerminal.class)
public class SshManagedConnectionFactory extends WirePlaces {
    private static final long serialVersionUID = 1L;

    @Override
    public Object createConnectionFactory(ConnectionManager manager) {
        return new SshConnector(this, manager);
    }

    @Override
    protected String product() {
        return "SSH";
    }

    @Override
    protected WireHandle dial(WirePlace place, ConnectionRequestInfo request) throws NotSupportedException {
        if (!(request instanceof SshTarget target)) {
            throw new NotSupportedException("not a request for an SSH wire");
        }
        return new SshTerminal(place, target.dial(dialler()), target.timeout());
    }

    Dialler dialler() {
        return ((SshResourceAdapter) getResourceAdapter()).dialler();
    }
}
