package gatehouse.connector.telnet;

import gatehouse.connector.telnet.wire.TelnetWire;
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
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;

/**
 * One wire with one handle. When either is closed the container is told of an error, which makes it destroy the wire at once
 * instead of keeping a signed-in connection in its pool.
 */
final class TelnetManagedConnection implements ManagedConnection {
    private final TelnetTarget request;
    private final TelnetWire wire;
    private final TelnetTerminal handle;
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private PrintWriter logWriter;

    TelnetManagedConnection(TelnetTarget request, TelnetWire wire) {
        this.request = request;
        this.wire = wire;
        this.handle = new TelnetTerminal(this, wire);
    }

    @Override
    public Object getConnection(Subject subject, ConnectionRequestInfo info) {
        CompletionStage<Void> _ = wire.whenClosed().thenRun(this::end);
        return handle;
    }

    /** The handle was closed, or the wire broke. */
    void end() {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_ERROR_OCCURRED);
        event.setConnectionHandle(handle);
        listeners.forEach(listener -> listener.connectionErrorOccurred(event));
        wire.hangUp();
    }

    @Override
    public void destroy() {
        over.set(true);
        wire.hangUp();
    }

    @Override
    public void cleanup() {
        // never goes back to a pool
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
        throw new NotSupportedException("telnet knows no transactions");
    }

    @Override
    public LocalTransaction getLocalTransaction() throws ResourceException {
        throw new NotSupportedException("telnet knows no transactions");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new TelnetServerName(request.target().endpoint().user());
    }

    @Override
    public void setLogWriter(PrintWriter value) {
        this.logWriter = value;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    private record TelnetServerName(String user) implements ManagedConnectionMetaData {
        @Override
        public String getEISProductName() {
            return "telnet";
        }

        @Override
        public String getEISProductVersion() {
            return "";
        }

        @Override
        public int getMaxConnections() {
            return 0;
        }

        @Override
        public String getUserName() {
            return user;
        }
    }
}
