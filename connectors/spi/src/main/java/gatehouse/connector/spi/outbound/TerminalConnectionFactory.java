package gatehouse.connector.spi.outbound;

import gatehouse.connector.spi.files.FileProtocol;
import jakarta.resource.Referenceable;
import java.io.Serializable;
import java.util.Optional;

/** JCA connection factory of connectors of the terminal shape. */
public interface TerminalConnectionFactory extends Serializable, Referenceable {
    /**
     * Dials, checks trust, signs in. Blocks up to the target's timeout: never call it on an I/O thread.
     *
     * @throws gatehouse.kernel.ProblemException with a code of the connector; its detail says what to do
     */
    TerminalConnection connect(OutboundTarget target);

    /**
     * What understands a subsystem that carries files.
     *
     * @param subsystem as in {@link gatehouse.connector.spi.TerminalRequest#command()}
     * @return empty when this connector knows no file protocol of that name; the subsystem must be refused then
     */
    default Optional<FileProtocol> fileProtocol(String subsystem) {
        return Optional.empty();
    }
}
