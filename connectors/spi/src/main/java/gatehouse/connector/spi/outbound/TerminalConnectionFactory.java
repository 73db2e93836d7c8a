package gatehouse.connector.spi.outbound;

import gatehouse.connector.spi.files.FileProtocol;
import gatehouse.kernel.KernelProblem;
import jakarta.resource.Referenceable;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** JCA connection factory of connectors of the terminal shape. */
public interface TerminalConnectionFactory extends Serializable, Referenceable {
    /**
     * Dials, checks trust, signs in. Blocks up to the target's timeout: never call it on an I/O thread.
     *
     * @throws gatehouse.kernel.ProblemException with a code of the connector; its detail says what to do
     */
    TerminalConnection connect(OutboundTarget target);

    /** Whether {@link #connect} goes through the target's hops by itself, and {@link #gateway} works. */
    default boolean passesGateways() {
        return false;
    }

    /**
     * Goes through gateways to the last of them, whose {@link TerminalConnection#tunnel} then leads on. Blocks like {@link #connect}.
     *
     * @param hops at least one, the nearest first
     * @throws gatehouse.kernel.ProblemException with a code of the connector; its detail names the gateways that failed
     */
    default TerminalConnection gateway(List<Hop> hops, Duration timeout) {
        throw KernelProblem.VALUE_INVALID.problem("this protocol has no gateways");
    }

    /**
     * Whether a gateway answers: connects, exchanges keys and checks trust, and hangs up without signing in. Blocks like
     * {@link #gateway}.
     *
     * @param hops to pass before it, the nearest first; these are signed in at
     * @return how long connecting and the key exchange took, without the hops
     * @throws gatehouse.kernel.ProblemException with a code of the connector; its detail says what is wrong
     */
    default Duration probe(Endpoint gateway, List<Hop> hops, Duration timeout) {
        throw KernelProblem.VALUE_INVALID.problem("this protocol has no gateways");
    }

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
