package gatehouse.connector.ssh;

import gatehouse.connector.spi.files.FileProtocol;
import gatehouse.connector.spi.jca.WireConnector;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.Hop;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.connector.ssh.sftp.SftpProtocol;
import gatehouse.kernel.ProblemException;
import jakarta.resource.spi.ConnectionManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Connection factory; in JNDI {@code java:/gatehouse/connector/ssh}. */
public class SshConnector extends WireConnector implements TerminalConnectionFactory {
    private static final long serialVersionUID = 1L;

    private final transient SshManagedConnectionFactory factory;

    SshConnector(SshManagedConnectionFactory factory, ConnectionManager manager) {
        super(factory, manager);
        this.factory = factory;
    }

    @Override
    public TerminalConnection connect(OutboundTarget target) {
        return (SshTerminal) allocate(SshTarget.of(target));
    }

    @Override
    public boolean passesGateways() {
        return true;
    }

    @Override
    public TerminalConnection gateway(List<Hop> hops, Duration timeout) {
        return (SshTerminal) allocate(SshTarget.behind(hops, timeout));
    }

    /** No wire comes of it, so the container is not asked for a place. */
    @Override
    public Duration probe(Endpoint gateway, List<Hop> hops, Duration timeout) {
        return factory.dialler().probe(gateway, hops, timeout);
    }

    @Override
    public Optional<FileProtocol> fileProtocol(String subsystem) {
        return SftpDescriptor.NAME.equals(subsystem) ? Optional.of(new SftpProtocol()) : Optional.empty();
    }

    @Override
    protected ProblemException unavailable(String detail, Throwable cause) {
        return SshProblem.UNAVAILABLE.problem(detail, cause);
    }
}
