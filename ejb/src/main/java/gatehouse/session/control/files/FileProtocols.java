package gatehouse.session.control.files;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.files.FileProtocol;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.session.control.opening.Wires;
import gatehouse.session.entity.SessionProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Asks the connector for the file protocols that it speaks. */
@ApplicationScoped
public class FileProtocols {
    /** Asks for the files of a target, where nobody says by which protocol. */
    static TerminalRequest usualRequest() {
        String subsystem = KnownProtocols.all().usual().fileSubsystem().orElseThrow();
        return new TerminalRequest(TerminalRequest.Kind.SUBSYSTEM, subsystem, Optional.empty(), Map.of());
    }

    /** @throws gatehouse.kernel.ProblemException {@code PROTOCOL_UNSUPPORTED} for a subsystem that carries no files */
    public FileProtocol require(String subsystem) {
        return KnownProtocols.all()
                .carryingFilesBy(subsystem)
                .flatMap(carrier -> Wires.factory(carrier).fileProtocol(subsystem))
                .orElseThrow(() -> SessionProblem.PROTOCOL_UNSUPPORTED.problem(
                        "subsystems that Gatehouse cannot watch are refused; understood are: "
                                + String.join(", ", KnownProtocols.all().fileSubsystems())));
    }
}
