package gatehouse.connector.spi.tunnel;

/**
 * Where a client wants connections to be accepted for it (RFC 4254 section 7.1).
 *
 * @param host address to listen on, exactly as sent; empty and {@code *}: every address
 * @param port 0: any that is free
 */
public record ListenRequest(String host, int port) {}
