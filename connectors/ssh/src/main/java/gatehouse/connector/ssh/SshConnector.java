package gatehouse.connector.ssh;

import gatehouse.connector.spi.files.FileProtocol;
import gatehouse.connector.spi.outbound.Hop;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.connector.ssh.sftp.SftpProtocol;
import gatehouse.kernel.ProblemException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.naming.Reference;

/** Connection factory; in JNDI {@code java:/gatehouse/connector/ssh}. */
public class SshConnector implements TerminalConnectionFactory {
    private static final long serialVersionUID = 1L;

    private final transient SshManagedConnectionFactory factory;
    private final transient ConnectionManager manager;
    private transient Reference reference;

    SshConnector(SshManagedConnectionFactory factory, ConnectionManager manager) {
        this.factory = factory;
        this.manager = manager;
    }

    @Override
    public TerminalConnection connect(OutboundTarget target) {
        return connect(SshTarget.of(target));
    }

    @Override
    public boolean passesGateways() {
        return true;
    }

    @Override
    public TerminalConnection gateway(List<Hop> hops, Duration timeout) {
        return connect(SshTarget.behind(hops, timeout));
    }

    private TerminalConnection connect(SshTarget target) {
        try {
            SshTerminal opened = (SshTerminal) manager.allocateConnection(factory, target);
            opened.tellContainer();
            return opened;
        } catch (ResourceException failure) {
            throw problem(target, failure);
        }
    }

    @Override
    public Optional<FileProtocol> fileProtocol(String subsystem) {
        return "sftp".equals(subsystem) ? Optional.of(new SftpProtocol()) : Optional.empty();
    }

    /** The container wraps what {@code createManagedConnection} threw. */
    private static ProblemException problem(SshTarget target, ResourceException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return SshProblem.UNAVAILABLE.problem(
                "no connection to " + target + " can be opened now; the server's log says more", failure);
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
