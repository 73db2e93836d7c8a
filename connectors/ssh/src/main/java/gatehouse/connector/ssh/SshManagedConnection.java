package gatehouse.connector.ssh;

import gatehouse.kernel.ProblemException;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;
import org.apache.sshd.client.session.ClientSession;

/**
 * A place for one wire with one handle. The wire lives as long as its handle; what the container keeps in its pool afterwards is the
 * empty place, so that nobody ever gets a connection that somebody else signed in.
 */
final class SshManagedConnection implements ManagedConnection {
    private final Function<SshTarget, ClientSession> dialling;
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<SshTerminal> handle = Optional.empty();
    private PrintWriter logWriter;

    SshManagedConnection(Function<SshTarget, ClientSession> dialling) {
        this.dialling = dialling;
    }

    /** Dials. A place whose target cannot be reached stays empty, and good for the next one. */
    @Override
    public Object getConnection(Subject subject, ConnectionRequestInfo request) throws ResourceException {
        if (!(request instanceof SshTarget target)) {
            throw new NotSupportedException("not a request for an SSH wire");
        }
        try {
            SshTerminal opened = new SshTerminal(this, dialling.apply(target));
            handle = Optional.of(opened);
            return opened;
        } catch (ProblemException problem) {
            throw new ResourceException(problem.codeName(), problem);
        }
    }

    /** The wire of {@code over} has ended; the container takes the place back. */
    void release(SshTerminal over) {
        ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
        event.setConnectionHandle(over);
        listeners.forEach(listener -> listener.connectionClosed(event));
    }

    @Override
    public void destroy() {
        cleanup();
    }

    @Override
    public void cleanup() {
        Optional<SshTerminal> left = handle;
        handle = Optional.empty();
        left.ifPresent(SshTerminal::hangUp);
    }

    @Override
    public void associateConnection(Object connection) throws ResourceException {
        throw new NotSupportedException("a wire has one handle");
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public XAResource getXAResource() throws ResourceException {
        throw new NotSupportedException("SSH knows no transactions");
    }

    @Override
    public LocalTransaction getLocalTransaction() throws ResourceException {
        throw new NotSupportedException("SSH knows no transactions");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new SshServerName(handle.map(SshTerminal::serverVersion).orElse(""));
    }

    @Override
    public void setLogWriter(PrintWriter value) {
        this.logWriter = value;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    private record SshServerName(String version) implements ManagedConnectionMetaData {
        @Override
        public String getEISProductName() {
            return "SSH";
        }

        @Override
        public String getEISProductVersion() {
            return version;
        }

        @Override
        public int getMaxConnections() {
            return 0;
        }

        @Override
        public String getUserName() {
            return "";
        }
    }
}
