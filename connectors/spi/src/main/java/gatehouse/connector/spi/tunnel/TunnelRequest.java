package gatehouse.connector.spi.tunnel;

/**
 * Where a client wants to be connected to (RFC 4254 section 7.2).
 *
 * @param host name or address, exactly as sent; it is resolved where the connection is opened, not here
 * @param originator address that the client says the connection came from; nothing proves it
 */
public record TunnelRequest(String host, int port, String originator, int originatorPort) {}
