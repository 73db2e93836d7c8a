package gatehouse.inventory.entity;

import java.util.Locale;

/**
 * Where an asset speaks a protocol.
 *
 * @param protocol lower-case name, for example {@code ssh}
 * @param port TCP port, 1 to 65535
 */
public record ProtocolEndpoint(String protocol, int port) {
    public ProtocolEndpoint {
        protocol = protocol.strip().toLowerCase(Locale.ROOT);
        if (!protocol.matches("[a-z][a-z0-9_-]{0,31}")) {
            throw InventoryProblem.PROTOCOL_INVALID.at(
                    "protocol", "a protocol's name is lower-case letters and digits");
        }
        if (port < 1 || port > 65535) {
            throw InventoryProblem.PROTOCOL_INVALID.at("port", "the port of " + protocol + " must be 1 to 65535");
        }
    }
}
