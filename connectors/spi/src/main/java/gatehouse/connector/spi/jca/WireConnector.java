package gatehouse.connector.spi.jca;

import gatehouse.kernel.ProblemException;
import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import java.io.Serializable;
import javax.naming.Reference;

/** What the connection factories of all connectors share; each is in JNDI as {@code java:/gatehouse/connector/<protocol>}. */
public abstract class WireConnector implements Serializable, Referenceable {
    private static final long serialVersionUID = 1L;

    private final transient WirePlaces places;
    private final transient ConnectionManager manager;
    private transient Reference reference;

    protected WireConnector(WirePlaces places, ConnectionManager manager) {
        this.places = places;
        this.manager = manager;
    }

    /**
     * Gets a wire from the container.
     *
     * @throws ProblemException what the dialling said, or {@link #unavailable}
     */
    protected final WireHandle allocate(ConnectionRequestInfo request) {
        try {
            WireHandle opened = (WireHandle) manager.allocateConnection(places, request);
            opened.tellContainer();
            return opened;
        } catch (ResourceException failure) {
            throw problem(request, failure);
        }
    }

    /** The container wraps what the dialling threw. */
    private ProblemException problem(ConnectionRequestInfo request, ResourceException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return unavailable("no connection to " + request + " can be opened now; the server's log says more", failure);
    }

    /** The problem of a container that gives no connection. */
    protected abstract ProblemException unavailable(String detail, Throwable cause);

    @Override
    public void setReference(Reference value) {
        this.reference = value;
    }

    @Override
    public Reference getReference() {
        return reference;
    }
}
