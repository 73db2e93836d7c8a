package gatehouse.session.control.opening;

import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.session.entity.SessionProblem;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Finds the connector of a protocol by its name in JNDI. */
final class Wires {
    /** Protocols that policy tells apart but that run on the wire of another one. */
    private static final Map<String, String> CARRIERS = Map.of("sftp", "ssh");

    private Wires() {}

    static String carrierOf(String protocol) {
        return CARRIERS.getOrDefault(protocol, protocol);
    }

    /** @throws gatehouse.kernel.ProblemException {@code PROTOCOL_UNSUPPORTED} */
    @SuppressWarnings("BanJNDI") // a local name, of letters and digits only
    static TerminalConnectionFactory factory(String protocol) {
        String carrier = carrierOf(protocol);
        if (!carrier.matches("[a-z][a-z0-9]{0,31}")) {
            throw SessionProblem.PROTOCOL_UNSUPPORTED.problem("this is not the name of a protocol");
        }
        try {
            return InitialContext.doLookup("java:/gatehouse/connector/" + carrier);
        } catch (NamingException e) {
            throw SessionProblem.PROTOCOL_UNSUPPORTED.problem(
                    "Gatehouse cannot open terminals by " + protocol + " here", e);
        }
    }
}
