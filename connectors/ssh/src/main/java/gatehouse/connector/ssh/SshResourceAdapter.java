package gatehouse.connector.ssh;

import gatehouse.connector.ssh.outbound.Dialler;
import gatehouse.kernel.Work;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.xa.XAResource;

/** Life cycle of the SSH connector: one client for all targets, one server for each activated endpoint. */
@Connector(
        displayName = "Gatehouse SSH",
        vendorName = "Gatehouse",
        eisType = "SSH",
        version = "1.0",
        transactionSupport = TransactionSupport.TransactionSupportLevel.NoTransaction)
public class SshResourceAdapter implements ResourceAdapter, Serializable {
    private static final long serialVersionUID = 1L;

    private final transient Map<MessageEndpointFactory, SshActivation> activations = new ConcurrentHashMap<>();
    private transient Dialler dialler;

    @Override
    public void start(BootstrapContext context) {
        dialler = new Dialler();
    }

    @Override
    public void stop() {
        activations.values().forEach(SshActivation::stop);
        activations.clear();
        if (dialler != null) {
            dialler.stop();
        }
    }

    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec) throws ResourceException {
        if (!(spec instanceof SshActivationSpec ours)) {
            throw new NotSupportedException("not an SSH activation");
        }
        SshActivation activation =
                new SshActivation(new Endpoints(factory), ours, this::dialler, new Work("gatehouse-ssh", null));
        activations.put(factory, activation);
        activation.start();
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
        SshActivation activation = activations.remove(factory);
        if (activation != null) {
            activation.stop();
        }
    }

    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    Dialler dialler() {
        if (dialler == null) {
            throw SshProblem.UNAVAILABLE.problem("the SSH connector is not started");
        }
        return dialler;
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
