package gatehouse.connector.spi.inbound;

/**
 * Where a connection came from.
 *
 * @param protocol the inbound protocol, for example {@code ssh}
 * @param address textual IP address of the client (behind a PROXY protocol header: the one it names)
 * @param port TCP port of the client
 * @param connection unique within this server's life, for logs
 * @param clientVersion what the client calls itself, empty when it does not
 */
public record InboundOrigin(String protocol, String address, int port, String connection, String clientVersion) {}
