package gatehouse.connector.telnet;

import gatehouse.connector.spi.jca.WireHandle;
import gatehouse.connector.spi.jca.WirePlace;
import gatehouse.connector.spi.jca.WirePlaces;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;

/** Makes places for telnet wires. */
@ConnectionDefinition(
        connectionFactory = TerminalConnectionFactory.class,
        connectionFactoryImpl = TelnetConnector.class,
        connection = TerminalConnection.class,
        connectionImpl = TelnetTerminal.class)
public class TelnetManagedConnectionFactory extends WirePlaces {
    private static final long serialVersionUID = 1L;

    @Override
    public Object createConnectionFactory(ConnectionManager manager) {
        return new TelnetConnector(this, manager);
    }

    @Override
    protected String product() {
        return "telnet";
    }

    @Override
    protected WireHandle dial(WirePlace place, ConnectionRequestInfo request) throws NotSupportedException {
        if (!(request instanceof TelnetTarget ours)) {
            throw new NotSupportedException("not a request for a telnet wire");
        }
        TelnetResourceAdapter adapter = (TelnetResourceAdapter) getResourceAdapter();
        return new TelnetTerminal(place, adapter.dialler().dial(ours.target()));
    }
}
