package gatehouse.web.inventory;

import gatehouse.inventory.entity.ProtocolEndpoint;

/** @param port TCP port, 1 to 65535 */
public record Endpoint(String protocol, int port) {
    public static Endpoint from(ProtocolEndpoint endpoint) {
        return new Endpoint(endpoint.protocol(), endpoint.port());
    }

    ProtocolEndpoint endpoint() {
        return new ProtocolEndpoint(protocol, port);
    }
}
