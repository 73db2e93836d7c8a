package gatehouse.connector.spi.jca;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.util.Set;
import javax.security.auth.Subject;

/** Makes places for wires to targets. A wire serves one session and dies with it; only its place is used again. */
public abstract class WirePlaces implements ManagedConnectionFactory, ResourceAdapterAssociation {
    private static final long serialVersionUID = 1L;

    private transient ResourceAdapter adapter;
    private transient PrintWriter logWriter;

    /** What the targets are, for the container's console: {@code SSH}. */
    protected abstract String product();

    /**
     * Reaches what {@code request} names and signs in.
     *
     * @throws gatehouse.kernel.ProblemException with a code of the connector
     * @throws NotSupportedException when the request is none of this connector's
     */
    protected abstract WireHandle dial(WirePlace place, ConnectionRequestInfo request) throws NotSupportedException;

    @Override
    public Object createConnectionFactory() throws ResourceException {
        throw new NotSupportedException("only inside a container");
    }

    @Override
    public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo request) {
        return new WirePlace(this);
    }

    /** Any of them: those that are free hold no wire. */
    @Override
    public ManagedConnection matchManagedConnections(
            @SuppressWarnings("rawtypes") Set connections, Subject subject, ConnectionRequestInfo request) {
        for (Object connection : connections) {
            if (connection instanceof WirePlace free) {
                return free;
            }
        }
        return null;
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter value) {
        this.adapter = value;
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
