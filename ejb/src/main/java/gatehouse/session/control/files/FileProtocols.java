package gatehouse.session.control.files;

import gatehouse.connector.spi.files.FileProtocol;
import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.session.entity.SessionProblem;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the connector for the file protocols that it speaks. */
@ApplicationScoped
public class FileProtocols {
    /** The only connector whose targets have subsystems. */
    @Resource(lookup = "java:/gatehouse/connector/ssh")
    private TerminalConnectionFactory connector;

    /** @throws gatehouse.kernel.ProblemException {@code PROTOCOL_UNSUPPORTED} for a subsystem that carries no files */
    public FileProtocol require(String subsystem) {
        return connector
                .fileProtocol(subsystem)
                .orElseThrow(() -> SessionProblem.PROTOCOL_UNSUPPORTED.problem(
                        "subsystems that Gatehouse cannot watch are refused; sftp is understood"));
    }
}
