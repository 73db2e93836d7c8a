package gatehouse.session.control.opening;

import gatehouse.connector.spi.outbound.TerminalConnectionFactory;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.session.entity.SessionProblem;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Finds the connector of a protocol by its name in JNDI. */
public final class Wires {
    private Wires() {}

    /** @throws gatehouse.kernel.ProblemException {@code PROTOCOL_UNSUPPORTED} */
    @SuppressWarnings("BanJNDI") // a local name, which a connector gave
    public static TerminalConnectionFactory factory(String protocol) {
        String carrier = KnownProtocols.all()
                .find(protocol)
                .orElseThrow(() -> SessionProblem.PROTOCOL_UNSUPPORTED.problem(
                        "no connector of this Gatehouse speaks " + protocol))
                .carrier();
        try {
            return InitialContext.doLookup("java:/gatehouse/connector/" + carrier);
        } catch (NamingException e) {
            throw SessionProblem.PROTOCOL_UNSUPPORTED.problem(
                    "Gatehouse cannot open terminals by " + protocol + " here", e);
        }
    }
}
