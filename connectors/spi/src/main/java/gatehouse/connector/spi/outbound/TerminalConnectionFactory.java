package gatehouse.connector.spi.outbound;

import jakarta.resource.Referenceable;
import java.io.Serializable;

/** JCA connection factory of connectors of the terminal shape. */
public interface TerminalConnectionFactory extends Serializable, Referenceable {
    /**
     * Dials, checks trust, signs in. Blocks up to the target's timeout: never call it on an I/O thread.
     *
     * @throws gatehouse.kernel.ProblemException with a code of the connector; its detail says what to do
     */
    TerminalConnection connect(OutboundTarget target);
}
