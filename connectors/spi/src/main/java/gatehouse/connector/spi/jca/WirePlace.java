package gatehouse.connector.spi.jca;

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
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;

/** A place for one wire with one handle. */
public final class WirePlace implements ManagedConnection {
    private final WirePlaces places;
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<WireHandle> handle = Optional.empty();
    private PrintWriter logWriter;

    WirePlace(WirePlaces places) {
        this.places = places;
    }

    /** Dials. A place whose target cannot be reached stays empty, and good for the next one. */
    @Override
    public Object getConnection(Subject subject, ConnectionRequestInfo request) throws ResourceException {
        try {
            WireHandle opened = places.dial(this, request);
            handle = Optional.of(opened);
            return opened;
        } catch (ProblemException problem) {
            throw new ResourceException(problem.codeName(), problem);
        }
    }

    /** The wire of {@code over} has ended; the container takes the place back. */
    void release(WireHandle over) {
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
        Optional<WireHandle> left = handle;
        handle = Optional.empty();
        left.ifPresent(WireHandle::hangUp);
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
        throw new NotSupportedException("a wire knows no transactions");
    }

    @Override
    public LocalTransaction getLocalTransaction() throws ResourceException {
        throw new NotSupportedException("a wire knows no transactions");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new Server(
                places.product(), handle.map(WireHandle::serverVersion).orElse(""));
    }

    @Override
    public void setLogWriter(PrintWriter value) {
        this.logWriter = value;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    private record Server(String product, String version) implements ManagedConnectionMetaData {
        @Override
        public String getEISProductName() {
            return product;
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
