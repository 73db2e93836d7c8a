package gatehouse.connector.telnet;

import gatehouse.connector.telnet.wire.SocketDial;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.Serializable;
import javax.transaction.xa.XAResource;

/** Life cycle of the telnet connector: its connections. Nobody comes in by telnet. */
@Connector(
        displayName = "Gatehouse telnet",
        vendorName = "Gatehouse",
        eisType = "telnet",
        version = "1.0",
        transactionSupport = TransactionSupport.TransactionSupportLevel.NoTransaction)
public class TelnetResourceAdapter implements ResourceAdapter, Serializable {
    private static final long serialVersionUID = 1L;

    private transient SocketDial sockets;

    @Override
    public void start(BootstrapContext context) {
        sockets = new SocketDial();
    }

    @Override
    public void stop() {
        if (sockets != null) {
            sockets.stop();
        }
    }

    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec) throws ResourceException {
        throw new NotSupportedException("nobody comes in by telnet");
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
        // none was activated
    }

    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    Dialler dialler() {
        if (sockets == null) {
            throw TelnetProblem.UNAVAILABLE.problem("the telnet connector is not started");
        }
        return new Dialler(sockets);
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
